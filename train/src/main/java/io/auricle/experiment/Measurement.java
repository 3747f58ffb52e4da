package io.auricle.experiment;

import io.auricle.bundle.Training.Metric;
import io.auricle.eval.Evaluation;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.Figure;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.List;

/** Measures scores track by track, for each data set and part by itself. */
final class Measurement {
  private static final List<io.auricle.eval.Metric> REPORTED =
      List.of(
          io.auricle.eval.Metric.ACCURACY,
          io.auricle.eval.Metric.F1_MACRO,
          io.auricle.eval.Metric.LOG_LOSS,
          io.auricle.eval.Metric.CALIBRATION_ERROR);

  private Measurement() {}

  /** The figures with their 95 % intervals. */
  static List<Metric> of(List<String> labels, List<Scored> tracks) {
    List<Metric> metrics = new ArrayList<>();
    for (PartScores scores : PartScores.of(labels, tracks)) {
      Evaluation evaluation = Evaluation.of(scores.estimates(), EvaluationOptions.defaults());
      for (io.auricle.eval.Metric metric : REPORTED) {
        Figure figure = evaluation.figure(metric);
        metrics.add(metric(metric.title(), scores.dataset(), scores.part(), figure));
      }
    }
    return metrics;
  }

  /** A point estimate may lie outside the interval of a small sample's bootstrap. */
  private static Metric metric(String name, String dataset, Part part, Figure figure) {
    return new Metric(
        name,
        dataset,
        part.title(),
        rounded(figure.value()),
        rounded(Math.min(figure.low(), figure.value())),
        rounded(Math.max(figure.high(), figure.value())));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
