package io.auricle.eval;

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
 * @param trackItems what {@code tracks} was computed of
 * @param thresholds from which scores on tags were given; null for labels
 * @param sureFrom the least highest score of a track that is answered; null for tags, or if that
 *     was not asked
 */
public record TrackEvaluation(
    Evaluation segments,
    Evaluation tracks,
    @Nullable Evaluation votes,
    @Nullable Evaluation restricted,
    ScoredItems trackItems,
    @Nullable Thresholds thresholds,
    @Nullable Double sureFrom) {

  /** Evaluates the scores of segments, of which several may have the id of one track. */
  public static TrackEvaluation of(Estimates segments, EvaluationOptions options) {
    return of(segments, null, options);
  }

  /**
   * The same for a model that may say "not sure" of a track.
   *
   * @param sureFrom the least highest score of a track that is answered, chosen on other tracks;
   *     null to leave coverage and accuracy at it out
   */
  public static TrackEvaluation of(
      Estimates segments, @Nullable Double sureFrom, EvaluationOptions options) {
    Estimates tracks = segments.byTrack();
    List<Label> present = tracks.referenceClasses();
    boolean isPartial = present.size() >= 2 && present.size() < tracks.classes().size();
    boolean hasPieces = tracks.size() < segments.size();
    Evaluation byTrack = Evaluation.of(tracks, sureFrom, options);
    return new TrackEvaluation(
        hasPieces ? Evaluation.of(segments, options) : byTrack,
        byTrack,
        hasPieces ? Evaluation.of(segments.byTrack(Aggregation.VOTE), options) : null,
        isPartial ? Evaluation.of(tracks.restrictedTo(present), options) : null,
        tracks,
        null,
        sureFrom);
  }

  /**
   * The same for tags. A track that is voted on is given the tags that at least half of its pieces
   * are given.
   *
   * @param thresholds chosen on other items
   */
  public static TrackEvaluation of(
      TagEstimates segments, Thresholds thresholds, EvaluationOptions options) {
    TagEstimates tracks = segments.byTrack();
    boolean hasPieces = tracks.size() < segments.size();
    TagEstimates votes = segments.byTrack(Aggregation.VOTE, thresholds);
    Evaluation byTrack = Evaluation.of(tracks, thresholds, options);
    return new TrackEvaluation(
        hasPieces ? Evaluation.of(segments, thresholds, options) : byTrack,
        byTrack,
        hasPieces ? Evaluation.of(votes, Thresholds.even(votes.classes()), options) : null,
        null,
        tracks,
        thresholds,
        null);
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
    return IntStream.range(0, trackItems.size())
        .mapToObj(this::outcome)
        .sorted(Comparator.comparingDouble(Outcome::loss).reversed().thenComparing(Outcome::id))
        .limit(count)
        .toList();
  }

  private Outcome outcome(int track) {
    return new Outcome(
        trackItems.id(track),
        trackItems.references(track),
        estimates(track),
        trackItems.logLoss(track));
  }

  private List<Label> estimates(int track) {
    if (trackItems instanceof TagEstimates tags && thresholds != null) {
      return tags.estimates(track, thresholds);
    }
    if (trackItems instanceof Estimates labels) {
      return List.of(labels.classes().get(labels.estimate(track)));
    }
    throw new IllegalStateException("tags without thresholds");
  }
}
