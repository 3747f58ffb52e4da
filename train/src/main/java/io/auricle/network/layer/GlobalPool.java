package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Statistics over an axis or over all of them but the channels; several are concatenated along the
 * channels in the order given.
 *
 * @param statistics which, one at least
 * @param over {@code ALL} leaves the channels alone, {@code TIME} the bands too, {@code BANDS} the
 *     frames
 */
public record GlobalPool(List<Statistic> statistics, Over over) implements Layer {
  /** What is taken; {@code STD} is the population's, with 1e-5 added to the variance. */
  public enum Statistic {
    AVG,
    MAX,
    STD
  }

  /** Which axes vanish. */
  public enum Over {
    ALL,
    BANDS,
    TIME
  }

  public GlobalPool {
    statistics = List.copyOf(statistics);
    if (statistics.isEmpty()) {
      throw new IllegalArgumentException("kind=[] must name avg, max or std");
    }
  }

  @Override
  public String kind() {
    return "global-pool";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    if (input.rank() < 2) {
      throw new LayerException(
          "input %s must have axes behind its channels to pool over".formatted(input));
    }
    if (over == Over.BANDS && input.rank() < 3) {
      throw new LayerException(
          "input %s must be [channels, bands, frames] to pool over bands".formatted(input));
    }
    List<Integer> sizes =
        new ArrayList<>(List.of(TensorShape.of(input.channels(), statistics.size()).count()));
    List<Integer> pooled = axes(input);
    for (int axis = 2; axis <= input.rank(); axis++) {
      if (!pooled.contains(axis)) {
        sizes.add(input.size(axis - 1));
      }
    }
    return new TensorShape(sizes);
  }

  /** The axes that vanish, counted with the batch as axis 0. */
  public List<Integer> axes(TensorShape input) {
    List<Integer> axes = new ArrayList<>();
    int last = over == Over.BANDS ? input.rank() - 1 : input.rank();
    for (int axis = over == Over.TIME ? input.rank() : 2; axis <= last; axis++) {
      axes.add(axis);
    }
    return axes;
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.globalPool(this, place, input);
  }
}
