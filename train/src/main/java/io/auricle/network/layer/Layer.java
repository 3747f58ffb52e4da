package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.network.weight.Weight;
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
   * @throws LayerException if the input does not fit
   */
  TensorShape outputShape(TensorShape input);

  /** The layers inside it, each way by its name; all of them meet the layer's own input. */
  default List<Branch> paths() {
    return List.of();
  }

  /** The weights it owns for an input that fits, those of its paths included, in a fixed order. */
  default List<Weight> weights(TensorShape input) {
    return paths().stream()
        .flatMap(path -> path.layers().weights(input).stream().map(w -> w.prefixed(path.name())))
        .toList();
  }

  /** The same layer, its own first weights drawn in another way; itself where it has none. */
  default Layer initialised(Initialisation other) {
    return this;
  }

  /** Hands itself to the visitor's method for its kind. */
  <V> V accept(LayerVisitor<V> visitor, Place place, V input);
}
