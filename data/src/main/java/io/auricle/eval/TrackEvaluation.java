package io.auricle.eval;

import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.ScoredItems;
import io.auricle.label.Label;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model on a data set: by segment, by track (mean of its segments' scores, and their vote), and,
 * where the data set has only some of the model's classes, by track with the model's scores
 * restricted to those.
 *
 * <p>The plain figures count an item as wrong when the model prefers a class that the data set does
 * not have. The restricted ones tell how well the model separates the classes at hand; they are not
 * comparable with plain ones.
 *
 * @param segments each piece an item
 * @param tracks each track an item, the mean of its pieces
 * @param votes each track an item, the vote of its pieces; null if every track is one piece
 * @param restricted each track an item, only the classes of the data set; null if it has all
 * @param judged what {@code tracks} was computed of
 */
public record TrackEvaluation(
    Evaluation segments,
    Evaluation tracks,
    @Nullable Evaluation votes,
    @Nullable Evaluation restricted,
    Judged judged) {

  /** Evaluates the scores of segments, of which several may have the id of one track. */
  public static TrackEvaluation of(Judged segments, EvaluationOptions options) {
    Judged tracks = segments.byTrack();
    boolean hasPieces = tracks.items().size() < segments.items().size();
    Evaluation byTrack = tracks.evaluate(options);
    return new TrackEvaluation(
        hasPieces ? segments.answered().evaluate(options) : byTrack,
        byTrack,
        hasPieces ? segments.votes().evaluate(options) : null,
        tracks.restricted().map(present -> present.evaluate(options)).orElse(null),
        tracks);
  }

  /**
   * A track and what became of it.
   *
   * @param id of the track
   * @param references what is true of it
   * @param estimates what it was taken for
   * @param loss its log loss
   */
  public record Outcome(String id, List<Label> references, List<Label> estimates, double loss) {}

  /** The tracks of the highest loss, the hardest first. */
  public List<Outcome> hardest(int count) {
    return IntStream.range(0, judged.items().size())
        .mapToObj(this::outcome)
        .sorted(Comparator.comparingDouble(Outcome::loss).reversed().thenComparing(Outcome::id))
        .limit(count)
        .toList();
  }

  private Outcome outcome(int track) {
    ScoredItems items = judged.items();
    return new Outcome(
        items.id(track), items.references(track), judged.answers(track), items.logLoss(track));
  }
}
