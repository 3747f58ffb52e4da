package io.auricle.network.layer;

/**
 * Computes or writes a network layer by layer.
 *
 * @param <V> what flows between layers: an engine's array, or the name of a value in a graph
 */
public interface LayerVisitor<V> {
  V activation(Activation layer, Place place, V input);

  V attentionPool(AttentionPool layer, Place place, V input);

  V batchNorm(BatchNorm layer, Place place, V input);

  V branches(Branches layer, Place place, V input);

  V convolution(Convolution layer, Place place, V input);

  V dense(Dense layer, Place place, V input);

  V dropout(Dropout layer, Place place, V input);

  V flatten(Flatten layer, Place place, V input);

  V globalPool(GlobalPool layer, Place place, V input);

  V layerNorm(LayerNorm layer, Place place, V input);

  V normalise(Normalise layer, Place place, V input);

  V permute(Permute layer, Place place, V input);

  V pool(Pool layer, Place place, V input);

  V recurrent(Recurrent layer, Place place, V input);

  V reshape(Reshape layer, Place place, V input);

  V residual(Residual layer, Place place, V input);

  V squeezeExcitation(SqueezeExcitation layer, Place place, V input);
}
