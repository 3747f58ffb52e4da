package io.auricle.cli.evaluate;

import io.auricle.bundle.ModelCard;
import io.auricle.dataset.Track;
import io.auricle.eval.Judged;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import io.auricle.predict.TrackPrediction;
import io.auricle.report.ReportDetail.Piece;
import io.auricle.text.ShortList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a model of labels or of tags says of the tracks that it is measured on. */
final class TrackAnswers {
  /** So many labels a message names. */
  private static final int NAMED = 12;

  private final ModelCard card;
  private final List<Label> classes;

  /** Whose scores count, in the model's order: of tags those that the data set has. */
  private final List<Label> measured;

  private final Estimates.Builder estimates;
  private final TagEstimates.Builder tagEstimates;
  private final Map<String, List<Piece>> pieces = new LinkedHashMap<>();

  /**
   * @param given what the data set says of any of its tracks
   * @throws IllegalArgumentException if the model has nothing of that, or one tag alone
   */
  TrackAnswers(ModelCard card, Collection<Label> given) {
    this.card = card;
    classes = card.labels().stream().map(Label::new).toList();
    List<Label> common = classes.stream().filter(given::contains).toList();
    boolean tags = card.scores().tags();
    if (common.size() < (tags ? 2 : 1)) {
      throw new IllegalArgumentException(
          "model %s must have %s of the data set's labels: it has %s, the data set %s"
              .formatted(card.about().name(), tags ? "two" : "one", named(classes), named(given)));
    }
    measured = tags ? common : classes;
    estimates = Estimates.builder(measured);
    tagEstimates = TagEstimates.builder(measured);
  }

  private static String named(Collection<Label> labels) {
    return ShortList.of(labels.stream().map(Label::name).sorted().toList(), NAMED);
  }

  /**
   * Whether a track can be measured: its label is one of the model's. Of tags the model's count,
   * others are no mistake of its.
   */
  boolean isKnown(Track track) {
    return card.scores().tags() || classes.contains(track.label());
  }

  void add(Track track, TrackPrediction prediction) {
    List<Label> truth = track.labels().stream().filter(measured::contains).distinct().toList();
    List<Piece> own = new ArrayList<>();
    for (SegmentPrediction segment : prediction.segments()) {
      double[] scores = new double[measured.size()];
      List<LabelScore> counted =
          segment.labels().stream()
              .filter(label -> measured.contains(new Label(label.label())))
              .toList();
      counted.forEach(label -> scores[measured.indexOf(new Label(label.label()))] = label.score());
      if (card.scores().tags()) {
        tagEstimates.add(track.id().value(), track.group(), truth, scores);
      } else {
        estimates.add(track.id().value(), track.group(), track.label(), scores);
      }
      double mean =
          truth.stream().mapToDouble(t -> scores[measured.indexOf(t)]).average().orElse(0);
      LabelScore best = counted.get(0);
      own.add(
          new Piece(
              segment.startSeconds(), segment.endSeconds(), best.label(), best.score(), mean));
    }
    pieces.put(track.id().value(), List.copyOf(own));
  }

  /** The tags of the model that are not measured, since the data set has none of them. */
  List<Label> unmeasured() {
    return classes.stream().filter(label -> !measured.contains(label)).toList();
  }

  /** The evaluation of all that was added. */
  TrackEvaluation evaluate(EvaluationOptions options) {
    if (!card.scores().tags()) {
      return TrackEvaluation.of(Judged.of(estimates.build(), card.scores().sureFrom()), options);
    }
    List<Double> thresholds =
        measured.stream().map(tag -> card.scores().threshold(classes.indexOf(tag))).toList();
    return TrackEvaluation.of(
        Judged.of(tagEstimates.build(), Thresholds.of(measured, thresholds)), options);
  }

  /** What was said of the pieces of each track. */
  Map<String, List<Piece>> pieces() {
    return pieces;
  }
}
