package io.auricle.network.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * The maximum or mean of a sliding window; padding never takes part in either.
 *
 * @param kindOfPool which of the two
 * @param window its size, stride and padding
 */
public record Pool(Kind kindOfPool, SlidingWindow window) implements Layer {
  /** What is taken of the window. */
  public enum Kind {
    MAX,
    AVERAGE
  }

  @Override
  public String kind() {
    return kindOfPool == Kind.MAX ? "max-pool" : "average-pool";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    List<Integer> sizes = new ArrayList<>(List.of(input.channels()));
    sizes.addAll(window.output(input));
    return new TensorShape(sizes);
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.pool(this, place, input);
  }
}
