package io.auricle.experiment.trainer;

import io.auricle.feature.FeatureMatrix;
import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import io.auricle.onnx.OnnxValues;
import io.auricle.yaml.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of a vector that a classical model hears: all but those that tell how a recording was
 * made rather than what is played, such as its level.
 *
 * @param places indices of the columns that are kept, rising
 * @param all number of columns there are
 */
record ColumnChoice(List<Integer> places, int all) {
  public ColumnChoice {
    places = List.copyOf(places);
  }

  /**
   * Leaves columns out.
   *
   * @param patterns names of columns, with {@code *} for any characters
   * @param names of all columns, in their order
   * @throws IllegalArgumentException if a pattern fits no column, or all are left out
   */
  static ColumnChoice without(List<String> patterns, List<String> names) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (patterns.stream().noneMatch(pattern -> fits(pattern, name))) {
        kept.add(i);
      }
    }
    for (String pattern : patterns) {
      if (names.stream().noneMatch(name -> fits(pattern, name))) {
        throw new IllegalArgumentException(
            "without=%s must fit a column of the features; did you mean %s? auricle features --list names them"
                .formatted(pattern, Nearest.of(pattern, names)));
      }
    }
    if (kept.isEmpty()) {
      throw new IllegalArgumentException(
          "without=%s must leave a column of %d".formatted(patterns, names.size()));
    }
    return new ColumnChoice(kept, names.size());
  }

  private static boolean fits(String pattern, String name) {
    String expression =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return name.matches(expression);
  }

  /** The chosen columns of a vector. */
  FeatureMatrix of(FeatureMatrix vector) {
    return places.size() == all ? vector : vector.columns(places);
  }

  /** The model of all columns that a model of the kept ones makes. */
  byte[] before(byte[] onnx) {
    if (places.size() == all) {
      return onnx;
    }
    OnnxGraph graph = new OnnxGraph("columns");
    String features = graph.input("features", List.of(all));
    String indices =
        graph.initialiser("kept", places.stream().mapToLong(Integer::longValue).toArray());
    String chosen =
        graph.node("Gather", "chosen", List.of(features, indices), OnnxAttribute.of("axis", 1));
    graph.output(chosen, List.of(places.size()));
    return OnnxValues.of(graph.toBytes()).followedBy(chosen, onnx);
  }
}
