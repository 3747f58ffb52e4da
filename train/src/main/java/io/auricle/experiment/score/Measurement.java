package io.auricle.experiment.score;

import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training.Confusion;
import io.auricle.bundle.Training.Metric;
import io.auricle.eval.ConfusionMatrix;
import io.auricle.eval.Evaluation;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.Figure;
import io.auricle.eval.Thresholds;
import io.auricle.experiment.RunListener;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures scores track by track, for each data set and part by itself. */
public final class Measurement {
  private static final List<io.auricle.eval.Metric> REPORTED =
      List.of(
          io.auricle.eval.Metric.ACCURACY,
          io.auricle.eval.Metric.F1_MACRO,
          io.auricle.eval.Metric.ROC_AUC_MACRO,
          io.auricle.eval.Metric.LOG_LOSS,
          io.auricle.eval.Metric.CALIBRATION_ERROR,
          io.auricle.eval.Metric.COVERAGE,
          io.auricle.eval.Metric.SURE_ACCURACY);

  private static final List<io.auricle.eval.Metric> REPORTED_OF_TAGS =
      List.of(
          io.auricle.eval.Metric.ROC_AUC_MACRO,
          io.auricle.eval.Metric.PR_AUC_MACRO,
          io.auricle.eval.Metric.ROC_AUC_SAMPLES,
          io.auricle.eval.Metric.PR_AUC_SAMPLES,
          io.auricle.eval.Metric.F1_MACRO,
          io.auricle.eval.Metric.LOG_LOSS,
          io.auricle.eval.Metric.CALIBRATION_ERROR);

  /** Stands where a data set's name does, for all data sets together. */
  private static final String TOGETHER = "all";

  private static final String OUT_OF_FOLD = "out of fold";

  private Measurement() {}

  /**
   * Figures of labels.
   *
   * @param metrics with their 95 % intervals
   * @param confusions what was taken for what
   */
  public record OfLabels(List<Metric> metrics, List<Confusion> confusions) {
    private OfLabels() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    /** What is written in run.json. */
    public Map<String, Object> facts() {
      return Map.of("metrics", metrics, "confusions", confusions);
    }
  }

  /**
   * The figures of each data set and of all of a part together.
   *
   * @param folds whether what stands as validation part was scored fold by fold; it is then
   *     measured together with the test part as well, for no model had learned from what it scored
   */
  public static OfLabels of(
      List<String> labels, ScoreOptions options, List<Scored> tracks, boolean folds) {
    List<Scored> all = new ArrayList<>(tracks);
    Set<String> datasets = new LinkedHashSet<>();
    tracks.stream().map(Scored::dataset).sorted().forEach(datasets::add);
    if (datasets.size() > 1) {
      tracks.forEach(track -> all.add(track.of(TOGETHER)));
      datasets.add(TOGETHER);
    }
    OfLabels measured = new OfLabels();
    for (String dataset : datasets) {
      List<Scored> own = all.stream().filter(track -> track.dataset().equals(dataset)).toList();
      for (Part part : Part.values()) {
        String title = folds && part == Part.VALIDATION ? OUT_OF_FOLD : part.title();
        add(
            measured,
            labels,
            options,
            own.stream().filter(track -> track.part() == part).toList(),
            title);
      }
      if (own.stream().map(Scored::part).distinct().count() > 1 && folds) {
        add(measured, labels, options, own, OUT_OF_FOLD + " and test");
      }
    }
    return measured;
  }

  /**
   * Figures of tags.
   *
   * @param metrics with their 95 % intervals
   * @param withoutArea tags that no track of a part has, or every one; they are in no mean of areas
   */
  public record OfTags(List<Metric> metrics, Map<String, List<String>> withoutArea) {
    /** Says which tags are in no mean of areas. */
    public void sayWithoutArea(RunListener listener) {
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
  public static OfTags ofTags(List<String> tags, ScoreOptions options, List<Scored> tracks) {
    Thresholds thresholds = TagScores.thresholds(tags, options);
    List<Metric> metrics = new ArrayList<>();
    Map<String, List<String>> withoutArea = new LinkedHashMap<>();
    for (TagScores scores : TagScores.of(tags, tracks)) {
      Evaluation evaluation =
          Evaluation.of(scores.estimates(), thresholds, EvaluationOptions.defaults());
      for (io.auricle.eval.Metric metric : REPORTED_OF_TAGS) {
        add(
            metrics,
            metric.title(),
            scores.dataset(),
            scores.part().title(),
            evaluation.figure(metric));
      }
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
  public static List<Metric> ofDecisions(
      List<String> tags, ScoreOptions options, List<Scored> tracks) {
    Thresholds thresholds = TagScores.thresholds(tags, options);
    List<Scored> decided =
        tracks.stream().map(track -> track.withScores(decisions(track, thresholds))).toList();
    List<Metric> metrics = new ArrayList<>();
    for (TagScores scores : TagScores.of(tags, decided)) {
      Figure figure =
          Evaluation.of(scores.estimates(), thresholds, EvaluationOptions.defaults())
              .figure(io.auricle.eval.Metric.ROC_AUC_SAMPLES);
      add(
          metrics,
          "ROC-AUC of decisions, samples",
          scores.dataset(),
          scores.part().title(),
          figure);
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

  /**
   * Leaves out what is not defined: where every tag of a part is without an area, there is no mean
   * of areas, and where a model is sure of nothing, no share of its answers is right.
   */
  private static void add(
      List<Metric> metrics, String name, String dataset, String part, Figure figure) {
    if (Double.isFinite(figure.value())) {
      metrics.add(metric(name, dataset, part, figure));
    }
  }

  /** The figures of tracks of one data set; none without tracks. */
  private static void add(
      OfLabels measured,
      List<String> labels,
      ScoreOptions options,
      List<Scored> tracks,
      String part) {
    if (tracks.isEmpty()) {
      return;
    }
    String dataset = tracks.get(0).dataset();
    Evaluation evaluation = evaluation(labels, options.sureFrom(), tracks);
    for (io.auricle.eval.Metric metric : REPORTED) {
      add(measured.metrics(), metric.title(), dataset, part, evaluation.figure(metric));
    }
    ConfusionMatrix confusion = evaluation.confusion();
    if (confusion != null) {
      measured.confusions().add(new Confusion(dataset, part, confusion.rows()));
    }
    if (MoodAxis.isOf(labels)) {
      for (MoodAxis axis : MoodAxis.values()) {
        Figure figure =
            evaluation(MoodAxis.SIDES, null, tracks.stream().map(axis::of).toList())
                .figure(io.auricle.eval.Metric.ACCURACY);
        measured.metrics().add(metric(axis.title() + " accuracy", dataset, part, figure));
      }
    }
  }

  private static Evaluation evaluation(
      List<String> labels, @Nullable Double sureFrom, List<Scored> tracks) {
    return Evaluation.of(
        PartScores.estimates(labels, tracks), sureFrom, EvaluationOptions.defaults());
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
