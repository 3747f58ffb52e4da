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

  /** Stands where a data set's name does, for all data sets together. */
  private static final String TOGETHER = "all";

  private Measurement() {}

  /**
   * The figures with their 95 % intervals, for each data set and for all of a part together.
   *
   * @param folds whether what stands as validation part was scored fold by fold
   */
  static List<Metric> of(List<String> labels, List<Scored> tracks, boolean folds) {
    List<Metric> metrics = new ArrayList<>();
    List<PartScores> all = new ArrayList<>(PartScores.of(labels, tracks));
    if (all.stream().map(PartScores::dataset).distinct().count() > 1) {
      all.addAll(PartScores.of(labels, tracks.stream().map(track -> track.of(TOGETHER)).toList()));
    }
    for (PartScores scores : all) {
      Evaluation evaluation = Evaluation.of(scores.estimates(), EvaluationOptions.defaults());
      for (io.auricle.eval.Metric metric : REPORTED) {
        Figure figure = evaluation.figure(metric);
        String part =
            folds && scores.part() == Part.VALIDATION ? "out of fold" : scores.part().title();
        metrics.add(metric(metric.title(), scores.dataset(), part, figure));
      }
    }
    return metrics;
  }

  /** A point estimate may lie outside the interval of a small sample's bootstrap. */
  private static Metric metric(String name, String dataset, String part, Figure figure) {
    return new Metric(
        name,
        dataset,
        part,
        rounded(figure.value()),
        rounded(Math.min(figure.low(), figure.value())),
        rounded(Math.max(figure.high(), figure.value())));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
