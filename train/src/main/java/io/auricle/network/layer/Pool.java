package io.auricle.network.layer;

import io.auricle.network.shape.SlidingWindow;
import io.auricle.network.shape.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The maximum or mean of a sliding window; padding never takes part in either.
 *
 * @param kindOfPool which of the two
 * @param window its size, stride and padding; one size alone is that of every axis
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
    sizes.addAll(windowOver(input).output(input));
    return new TensorShape(sizes);
  }

  /** The window with a size for each spatial axis of an input. */
  public SlidingWindow windowOver(TensorShape input) {
    return window.over(Math.min(2, input.rank() - 1));
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.pool(this, place, input);
  }
}
