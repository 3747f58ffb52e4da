package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.network.weight.Initialiser;
import io.auricle.network.weight.Weight;
import java.util.List;

/**
 * A weighted mean over the frames, the weights learned: {@code softmax_t(v . tanh(W x_t + b))}, as
 * in Yang et al., "Hierarchical Attention Networks" (2016). Channels and bands of an image become
 * the features of a frame; the output is a vector of them.
 *
 * @param units rows of W, above 0
 * @param init how its first weights are drawn
 */
public record AttentionPool(int units, Initialisation init) implements Layer {
  public AttentionPool {
    LayerChecks.positive("units", units);
  }

  @Override
  public String kind() {
    return "attention-pool";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    return TensorShape.of(input.frameFeatures());
  }

  @Override
  public Layer initialised(Initialisation other) {
    return new AttentionPool(units, other);
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    int features = input.frameFeatures();
    return List.of(
        Weight.trained("weight", TensorShape.of(features, units), init.matrix(features, units)),
        Weight.trained("bias", TensorShape.of(units), Initialiser.constant(0)),
        Weight.trained("score", TensorShape.of(units, 1), init.matrix(units, 1)));
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.attentionPool(this, place, input);
  }
}
