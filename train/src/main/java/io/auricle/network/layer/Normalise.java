package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Weight;
import java.util.List;

/**
 * The z-score by statistics of the training set, which are stored with the weights: {@code (x -
 * mean) * factor}. Only the first layer of a network may be one.
 *
 * @param per what has a mean of its own: each band (each feature of a vector), each value of a
 *     segment, or all together
 */
public record Normalise(Per per) implements Layer {
  /** The values that share a mean and a deviation. */
  public enum Per {
    BAND,
    VALUE,
    ALL
  }

  @Override
  public String kind() {
    return "normalise";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    return input;
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    TensorShape shape = statistics(input);
    return List.of(Weight.statistic("mean", shape, 0), Weight.statistic("factor", shape, 1));
  }

  /** The shape of the mean, which broadcasts over what shares it. */
  public TensorShape statistics(TensorShape input) {
    if (per == Per.VALUE) {
      return input;
    }
    int bands = per == Per.ALL ? 1 : input.size(Math.max(0, input.rank() - 2));
    return input.rank() == 1 ? TensorShape.of(bands) : TensorShape.of(bands, 1);
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.normalise(this, place, input);
  }
}
