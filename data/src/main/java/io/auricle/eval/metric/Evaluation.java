package io.auricle.eval.metric;

import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every figure of one set of estimates.
 *
 * @param itemCount number of items
 * @param groupCount number of groups that the bootstrap drew from
 * @param options how it was made
 * @param figures each metric with its interval
 * @param perClass precision, recall and F1 of each class or tag in the model's order
 * @param areas ROC-AUC and average precision of each class or tag in the model's order
 * @param confusion over the model's classes; null for tags, which exclude each other not
 * @param reliability the bins of confidence that have items
 * @param riskCoverage what leaving the least confident items without an answer gains
 */
public record Evaluation(
    int itemCount,
    int groupCount,
    EvaluationOptions options,
    Map<Metric, Figure> figures,
    List<ClassFigures> perClass,
    List<ClassAreas> areas,
    @Nullable ConfusionMatrix confusion,
    List<ReliabilityBin> reliability,
    RiskCoverage riskCoverage) {
  public Evaluation {
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    perClass = List.copyOf(perClass);
    areas = List.copyOf(areas);
    reliability = List.copyOf(reliability);
  }

  /** Evaluates labels; the rounds of the bootstrap run on all cores. */
  public static Evaluation of(Estimates estimates, EvaluationOptions options) {
    return of(estimates, null, options);
  }

  /**
   * The same with the figures of a model that may say "not sure".
   *
   * @param sureFrom the least highest score of an item that is answered, chosen on other items;
   *     null to leave those figures out
   */
  public static Evaluation of(
      Estimates estimates, @Nullable Double sureFrom, EvaluationOptions options) {
    LabelMetrics metrics = new LabelMetrics(estimates, sureFrom, options);
    ConfusionMatrix confusion = ConfusionMatrix.of(estimates);
    return of(metrics, metrics.scores(), confusion.perClass(), confusion, options);
  }

  /**
   * Evaluates tags; the rounds of the bootstrap run on all cores.
   *
   * @param thresholds chosen on other items
   */
  public static Evaluation of(
      TagEstimates estimates, Thresholds thresholds, EvaluationOptions options) {
    TagMetrics metrics = new TagMetrics(estimates, thresholds, options);
    int[] once = IntStream.generate(() -> 1).limit(estimates.size()).toArray();
    List<ClassFigures> perClass = metrics.decisions().counts(once).perClass();
    return of(metrics, metrics.scores(), perClass, null, options);
  }

  private static Evaluation of(
      WeightedMetrics metrics,
      ScoreMetrics scores,
      List<ClassFigures> perClass,
      @Nullable ConfusionMatrix confusion,
      EvaluationOptions options) {
    return new Evaluation(
        metrics.groups().ofItems().length,
        metrics.groups().count(),
        options,
        Bootstrap.figures(metrics, options),
        perClass,
        scores.ranking().areas(),
        confusion,
        scores.calibration().reliability(),
        scores.risk().curve());
  }

  /** The figure of a metric. */
  public Figure figure(Metric metric) {
    Figure figure = figures.get(metric);
    if (figure == null) {
      throw new IllegalArgumentException(metric + " must be one of " + figures.keySet());
    }
    return figure;
  }

  /** Classes that are in no mean of areas since no item is of them (or every one is). */
  public List<Label> classesWithoutRoc() {
    return areas.stream().filter(a -> !a.isDefined()).map(ClassAreas::label).toList();
  }
}
