package io.auricle.eval;

import io.auricle.label.Label;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every figure of one set of estimates.
 *
 * @param itemCount number of items
 * @param groupCount number of groups that the bootstrap drew from
 * @param options how it was made
 * @param figures each metric with its interval
 * @param confusion over the model's classes
 * @param reliability the bins of confidence that have items
 * @param classesWithoutRoc classes that are not in the macro ROC-AUC since no item is of them (or
 *     every one is)
 */
public record Evaluation(
    int itemCount,
    int groupCount,
    EvaluationOptions options,
    Map<Metric, Figure> figures,
    ConfusionMatrix confusion,
    List<ReliabilityBin> reliability,
    List<Label> classesWithoutRoc) {
  public Evaluation {
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    reliability = List.copyOf(reliability);
    classesWithoutRoc = List.copyOf(classesWithoutRoc);
  }

  /** Evaluates; the rounds of the bootstrap run on all cores. */
  public static Evaluation of(Estimates estimates, EvaluationOptions options) {
    WeightedMetrics metrics = new WeightedMetrics(estimates, options);
    return new Evaluation(
        estimates.size(),
        metrics.groupCount(),
        options,
        Bootstrap.figures(metrics, options),
        ConfusionMatrix.of(estimates),
        metrics.reliability(),
        metrics.classesWithoutRoc());
  }

  /** The figure of a metric. */
  public Figure figure(Metric metric) {
    Figure figure = figures.get(metric);
    if (figure == null) {
      throw new IllegalArgumentException(metric + " must be one of " + figures.keySet());
    }
    return figure;
  }
}
