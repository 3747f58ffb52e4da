package io.auricle.experiment;

import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training.Metric;
import io.auricle.eval.Evaluation;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.Figure;
import io.auricle.eval.Thresholds;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures scores track by track, for each data set and part by itself. */
final class Measurement {
  private static final List<io.auricle.eval.Metric> REPORTED =
      List.of(
          io.auricle.eval.Metric.ACCURACY,
          io.auricle.eval.Metric.F1_MACRO,
          io.auricle.eval.Metric.LOG_LOSS,
          io.auricle.eval.Metric.CALIBRATION_ERROR);

  private static final List<io.auricle.eval.Metric> REPORTED_OF_TAGS =
      List.of(
          io.auricle.eval.Metric.ROC_AUC_MACRO,
          io.auricle.eval.Metric.PR_AUC_MACRO,
          io.auricle.eval.Metric.ROC_AUC_SAMPLES,
          io.auricle.eval.Metric.PR_AUC_SAMPLES,
          io.auricle.eval.Metric.F1_MACRO,
          io.auricle.eval.Metric.LOG_LOSS,
          io.auricle.eval.Metric.CALIBRATION_ERROR);

  private Measurement() {}

  /** The figures with their 95 % intervals. */
  static List<Metric> of(List<String> labels, List<Scored> tracks) {
    List<Metric> metrics = new ArrayList<>();
    for (PartScores scores : PartScores.of(labels, tracks)) {
      Evaluation evaluation = Evaluation.of(scores.estimates(), EvaluationOptions.defaults());
      metrics.addAll(metrics(evaluation, REPORTED, scores.dataset(), scores.part()));
    }
    return metrics;
  }

  /**
   * Figures of tags.
   *
   * @param metrics with their 95 % intervals
   * @param withoutArea tags that no track of a part has, or every one; they are in no mean of areas
   */
  record OfTags(List<Metric> metrics, Map<String, List<String>> withoutArea) {
    /** Says which tags are in no mean of areas. */
    void sayWithoutArea(RunListener listener) {
      withoutArea.forEach(
          (part, tags) -> {
            if (!tags.isEmpty()) {
              listener.said(
                  "%s: in no mean of areas, being on none or all of the tracks: %s"
                      .formatted(part, String.join(", ", tags)));
            }
          });
    }
  }

  /** The figures of tags, given from the thresholds of a model's scores on. */
  static OfTags ofTags(List<String> tags, ScoreOptions options, List<Scored> tracks) {
    Thresholds thresholds = TagScores.thresholds(tags, options);
    List<Metric> metrics = new ArrayList<>();
    Map<String, List<String>> withoutArea = new LinkedHashMap<>();
    for (TagScores scores : TagScores.of(tags, tracks)) {
      Evaluation evaluation =
          Evaluation.of(scores.estimates(), thresholds, EvaluationOptions.defaults());
      metrics.addAll(metrics(evaluation, REPORTED_OF_TAGS, scores.dataset(), scores.part()));
      withoutArea.put(
          scores.dataset() + " " + scores.part().title(),
          evaluation.classesWithoutRoc().stream().map(Label::name).toList());
    }
    return new OfTags(metrics, withoutArea);
  }

  /**
   * The area of each track's decisions, as the study by Chin measures: tags that are given score 1,
   * all others 0. It depends on the thresholds, the areas of scores do not.
   */
  static List<Metric> ofDecisions(List<String> tags, ScoreOptions options, List<Scored> tracks) {
    Thresholds thresholds = TagScores.thresholds(tags, options);
    List<Scored> decided =
        tracks.stream().map(track -> track.withScores(decisions(track, thresholds))).toList();
    List<Metric> metrics = new ArrayList<>();
    for (TagScores scores : TagScores.of(tags, decided)) {
      Figure figure =
          Evaluation.of(scores.estimates(), thresholds, EvaluationOptions.defaults())
              .figure(io.auricle.eval.Metric.ROC_AUC_SAMPLES);
      if (Double.isFinite(figure.value())) {
        metrics.add(
            metric("ROC-AUC of decisions, samples", scores.dataset(), scores.part(), figure));
      }
    }
    return metrics;
  }

  private static List<Double> decisions(Scored track, Thresholds thresholds) {
    List<Double> decisions = new ArrayList<>();
    for (int tag = 0; tag < track.scores().size(); tag++) {
      decisions.add(thresholds.isGiven(tag, track.scores().get(tag)) ? 1.0 : 0.0);
    }
    return decisions;
  }

  private static List<Metric> metrics(
      Evaluation evaluation, List<io.auricle.eval.Metric> reported, String dataset, Part part) {
    List<Metric> metrics = new ArrayList<>();
    for (io.auricle.eval.Metric metric : reported) {
      Figure figure = evaluation.figure(metric);
      // Where every tag of a part is without an area, there is no mean of areas.
      if (Double.isFinite(figure.value())) {
        metrics.add(metric(metric.title(), dataset, part, figure));
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
