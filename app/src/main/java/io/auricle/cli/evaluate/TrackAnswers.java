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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Collects what a model of labels or of tags says of the tracks that it is measured on. */
final class TrackAnswers {
  private final ModelCard card;
  private final List<Label> classes;
  private final Estimates.Builder estimates;
  private final TagEstimates.Builder tagEstimates;
  private final Map<String, List<Piece>> pieces = new LinkedHashMap<>();

  TrackAnswers(ModelCard card) {
    this.card = card;
    classes = card.labels().stream().map(Label::new).toList();
    estimates = Estimates.builder(classes);
    tagEstimates = TagEstimates.builder(classes);
  }

  /**
   * Whether a track can be measured: its label is one of the model's. Of tags the model's count,
   * others are no mistake of its.
   */
  boolean isKnown(Track track) {
    return card.scores().tags() || classes.contains(track.label());
  }

  void add(Track track, TrackPrediction prediction) {
    List<Label> truth = track.labels().stream().filter(classes::contains).distinct().toList();
    List<Piece> own = new ArrayList<>();
    for (SegmentPrediction segment : prediction.segments()) {
      double[] scores = new double[classes.size()];
      segment
          .labels()
          .forEach(label -> scores[classes.indexOf(new Label(label.label()))] = label.score());
      if (card.scores().tags()) {
        tagEstimates.add(track.id().value(), track.group(), truth, scores);
      } else {
        estimates.add(track.id().value(), track.group(), track.label(), scores);
      }
      double mean = truth.stream().mapToDouble(t -> scores[classes.indexOf(t)]).average().orElse(0);
      LabelScore best = segment.labels().get(0);
      own.add(
          new Piece(
              segment.startSeconds(), segment.endSeconds(), best.label(), best.score(), mean));
    }
    pieces.put(track.id().value(), List.copyOf(own));
  }

  /** The evaluation of all that was added. */
  TrackEvaluation evaluate(EvaluationOptions options) {
    if (!card.scores().tags()) {
      return TrackEvaluation.of(Judged.of(estimates.build(), card.scores().sureFrom()), options);
    }
    List<Double> thresholds =
        IntStream.range(0, classes.size()).mapToObj(card.scores()::threshold).toList();
    return TrackEvaluation.of(
        Judged.of(tagEstimates.build(), Thresholds.of(classes, thresholds)), options);
  }

  /** What was said of the pieces of each track. */
  Map<String, List<Piece>> pieces() {
    return pieces;
  }
}
