package io.auricle.eval.metric;

import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.ScoredItems;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two models on the same items.
 *
 * @param itemCount number of items
 * @param groupCount number of groups that the bootstrap drew from
 * @param differences of each metric, second model minus first, with the interval of the paired
 *     bootstrap: in each round both models are measured on the same draw
 * @param mcNemar which of them has more items right; of tags an item is right if all of them are
 */
public record Comparison(
    int itemCount, int groupCount, Map<Metric, Figure> differences, McNemar mcNemar) {
  public Comparison {
    differences = Collections.unmodifiableMap(new EnumMap<>(differences));
  }

  /** The difference in a metric. */
  public Figure difference(Metric metric) {
    Figure figure = differences.get(metric);
    if (figure == null) {
      throw new IllegalArgumentException(metric + " must be one of " + differences.keySet());
    }
    return figure;
  }

  /**
   * Compares models of labels.
   *
   * @throws IllegalArgumentException if they differ in items, their groups, what is true of them,
   *     or classes; the message says in which
   */
  public static Comparison of(Estimates first, Estimates second, EvaluationOptions options) {
    return of(first, null, second, null, options);
  }

  /**
   * The same for models that may say "not sure", each below its own score.
   *
   * @param firstSureFrom as in {@link Evaluation#of(Estimates, Double, EvaluationOptions)}
   * @param secondSureFrom likewise
   */
  public static Comparison of(
      Estimates first,
      @Nullable Double firstSureFrom,
      Estimates second,
      @Nullable Double secondSureFrom,
      EvaluationOptions options) {
    requireSameItems(first, second);
    boolean[] right = new boolean[first.size()];
    boolean[] other = new boolean[first.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = first.estimate(i) == first.reference(i);
      other[i] = second.estimate(i) == second.reference(i);
    }
    return of(
        new LabelMetrics(first, firstSureFrom, options),
        new LabelMetrics(second, secondSureFrom, options),
        mcNemar(right, other),
        options);
  }

  /**
   * Compares models of tags, each with its thresholds.
   *
   * @throws IllegalArgumentException likewise
   */
  public static Comparison of(
      TagEstimates first,
      Thresholds firstThresholds,
      TagEstimates second,
      Thresholds secondThresholds,
      EvaluationOptions options) {
    requireSameItems(first, second);
    boolean[] right = new boolean[first.size()];
    boolean[] other = new boolean[first.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = first.estimates(i, firstThresholds).equals(first.references(i));
      other[i] = second.estimates(i, secondThresholds).equals(second.references(i));
    }
    return of(
        new TagMetrics(first, firstThresholds, options),
        new TagMetrics(second, secondThresholds, options),
        mcNemar(right, other),
        options);
  }

  private static Comparison of(
      WeightedMetrics first, WeightedMetrics second, McNemar mcNemar, EvaluationOptions options) {
    return new Comparison(
        first.groups().ofItems().length,
        first.groups().count(),
        Bootstrap.figures(new Difference(first, second), options),
        mcNemar);
  }

  /** The second model's figures minus the first's, under the same weights. */
  private record Difference(WeightedMetrics first, WeightedMetrics second)
      implements WeightedMetrics {
    @Override
    public Groups groups() {
      return first.groups();
    }

    @Override
    public Map<Metric, Double> values(int[] groupWeights) {
      Map<Metric, Double> before = first.values(groupWeights);
      Map<Metric, Double> values = second.values(groupWeights);
      values.replaceAll((metric, value) -> value - before.getOrDefault(metric, Double.NaN));
      return values;
    }
  }

  private static McNemar mcNemar(boolean[] first, boolean[] second) {
    long onlyFirst = 0;
    long onlySecond = 0;
    for (int i = 0; i < first.length; i++) {
      onlyFirst += first[i] && !second[i] ? 1 : 0;
      onlySecond += second[i] && !first[i] ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlySecond);
  }

  private static void requireSameItems(ScoredItems first, ScoredItems second) {
    if (!first.classes().equals(second.classes())) {
      throw new IllegalArgumentException(
          "classes=%s and %s must be the same".formatted(first.classes(), second.classes()));
    }
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "items=%d and %d must be the same".formatted(first.size(), second.size()));
    }
    for (int i = 0; i < first.size(); i++) {
      requireSame("item " + i, first.id(i), second.id(i));
      requireSame("group of " + first.id(i), first.group(i), second.group(i));
      requireSame("truth of " + first.id(i), first.references(i), second.references(i));
    }
  }

  private static void requireSame(String what, Object first, Object second) {
    if (!first.equals(second)) {
      throw new IllegalArgumentException(
          "%s=%s and %s must be the same".formatted(what, first, second));
    }
  }
}
