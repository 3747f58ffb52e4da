package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import java.util.List;

/**
 * Several ways from one input, joined at their ends.
 *
 * @param join how; concatenation is along the first axis
 * @param paths the ways, two at least
 */
public record Branches(Join join, List<Branch> paths) implements Layer {
  /** How the ends meet. */
  public enum Join {
    CONCAT,
    SUM
  }

  public Branches {
    paths = List.copyOf(paths);
    if (paths.size() < 2) {
      throw new IllegalArgumentException(
          "paths=%d must be two or more named lists of layers".formatted(paths.size()));
    }
    List<String> names = paths.stream().map(Branch::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("paths=%s must have different names".formatted(names));
    }
  }

  @Override
  public String kind() {
    return "branches";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    TensorShape joined = paths.get(0).layers().outputShape(input);
    for (Branch path : paths.subList(1, paths.size())) {
      TensorShape end = path.layers().outputShape(input);
      boolean fits = join == Join.SUM ? end.equals(joined) : end.spatial().equals(joined.spatial());
      if (!fits) {
        throw new LayerException(
            "paths %s and %s end in %s and %s, which must be equal for join: %s"
                .formatted(
                    paths.get(0).name(),
                    path.name(),
                    paths.get(0).layers().outputShape(input),
                    end,
                    join == Join.SUM ? "sum" : "concat but for their first sizes"));
      }
      if (join == Join.CONCAT) {
        joined = joined.with(0, joined.channels() + end.channels());
      }
    }
    return joined;
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.branches(this, place, input);
  }
}
