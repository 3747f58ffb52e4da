package io.auricle.network.layer;

import java.util.List;

/** One layer of a network: data only; engines and writers work on it through a visitor. */
public sealed interface Layer
    permits Activation,
        AttentionPool,
        BatchNorm,
        Branches,
        Convolution,
        Dense,
        Dropout,
        Flatten,
        GlobalPool,
        LayerNorm,
        Normalise,
        Permute,
        Pool,
        Recurrent,
        Reshape,
        Residual,
        SqueezeExcitation {

  /** The word for it in network files, for instance {@code conv2d}. */
  String kind();

  /**
   * The shape it gives for the shape it gets.
   *
   * @throws ShapeException if the input does not fit
   */
  TensorShape outputShape(TensorShape input);

  /** The weights it owns for an input that fits, in a fixed order. */
  default List<Weight> weights(TensorShape input) {
    return List.of();
  }

  /** Hands itself to the visitor's method for its kind. */
  <V> V accept(LayerVisitor<V> visitor, Place place, V input);
}
