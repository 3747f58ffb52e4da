package io.auricle.experiment;

import io.auricle.bundle.Training.Metric;
import io.auricle.eval.Evaluation;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.Figure;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  private static final String OUT_OF_FOLD = "out of fold";

  private Measurement() {}

  /**
   * The figures with their 95 % intervals, for each data set and for all of a part together.
   *
   * @param folds whether what stands as validation part was scored fold by fold; it is then
   *     measured together with the test part as well, for no model had learned from what it scored
   */
  static List<Metric> of(List<String> labels, List<Scored> tracks, boolean folds) {
    List<Scored> all = new ArrayList<>(tracks);
    Set<String> datasets = new LinkedHashSet<>();
    tracks.stream().map(Scored::dataset).sorted().forEach(datasets::add);
    if (datasets.size() > 1) {
      tracks.forEach(track -> all.add(track.of(TOGETHER)));
      datasets.add(TOGETHER);
    }
    List<Metric> metrics = new ArrayList<>();
    for (String dataset : datasets) {
      List<Scored> own = all.stream().filter(track -> track.dataset().equals(dataset)).toList();
      for (Part part : Part.values()) {
        String title = folds && part == Part.VALIDATION ? OUT_OF_FOLD : part.title();
        add(metrics, labels, own.stream().filter(track -> track.part() == part).toList(), title);
      }
      if (own.stream().map(Scored::part).distinct().count() > 1 && folds) {
        add(metrics, labels, own, OUT_OF_FOLD + " and test");
      }
    }
    return metrics;
  }

  /** The figures of tracks of one data set; none without tracks. */
  private static void add(
      List<Metric> metrics, List<String> labels, List<Scored> tracks, String part) {
    if (tracks.isEmpty()) {
      return;
    }
    String dataset = tracks.get(0).dataset();
    Evaluation evaluation = evaluation(labels, tracks);
    for (io.auricle.eval.Metric metric : REPORTED) {
      metrics.add(metric(metric.title(), dataset, part, evaluation.figure(metric)));
    }
    if (MoodAxis.isOf(labels)) {
      for (MoodAxis axis : MoodAxis.values()) {
        Figure figure =
            evaluation(MoodAxis.SIDES, tracks.stream().map(axis::of).toList())
                .figure(io.auricle.eval.Metric.ACCURACY);
        metrics.add(metric(axis.title() + " accuracy", dataset, part, figure));
      }
    }
  }

  private static Evaluation evaluation(List<String> labels, List<Scored> tracks) {
    return Evaluation.of(PartScores.estimates(labels, tracks), EvaluationOptions.defaults());
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
