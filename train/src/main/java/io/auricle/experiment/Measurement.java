package io.auricle.experiment;

import io.auricle.bundle.Training.Metric;
import io.auricle.eval.Estimates;
import io.auricle.eval.Evaluation;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.Figure;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
    List<Label> classes = labels.stream().map(Label::new).toList();
    List<Metric> metrics = new ArrayList<>();
    for (String dataset : new TreeSet<>(tracks.stream().map(Scored::dataset).toList())) {
      for (Part part : Part.values()) {
        Estimates.Builder estimates = Estimates.builder(classes);
        int count = 0;
        for (Scored track : tracks) {
          if (track.dataset().equals(dataset) && track.part() == part) {
            double[] scores = track.scores().stream().mapToDouble(score -> score).toArray();
            estimates.add(track.id(), track.group(), classes.get(track.label()), scores);
            count++;
          }
        }
        if (count > 0) {
          Evaluation evaluation = Evaluation.of(estimates.build(), EvaluationOptions.defaults());
          for (io.auricle.eval.Metric metric : REPORTED) {
            Figure figure = evaluation.figure(metric);
            metrics.add(metric(metric.title(), dataset, part, figure));
          }
        }
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
