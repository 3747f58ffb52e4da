package io.auricle.eval;

import io.auricle.label.Label;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model on a data set: by segment, by track (mean of its segments' scores), and, where the data
 * set has only some of the model's classes, by track with the model's scores restricted to those.
 *
 * <p>The plain figures count an item as wrong when the model prefers a class that the data set does
 * not have. The restricted ones tell how well the model separates the classes at hand; they are not
 * comparable with plain ones.
 *
 * @param segments each piece an item
 * @param tracks each track an item
 * @param restricted each track an item, only the classes of the data set; null if it has all
 * @param trackEstimates what {@code tracks} was computed of
 */
public record TrackEvaluation(
    Evaluation segments,
    Evaluation tracks,
    @Nullable Evaluation restricted,
    Estimates trackEstimates) {

  /** Evaluates the scores of segments, of which several may have the id of one track. */
  public static TrackEvaluation of(Estimates segments, EvaluationOptions options) {
    Estimates tracks = segments.byTrack();
    List<Label> present = tracks.referenceClasses();
    boolean isPartial = present.size() >= 2 && present.size() < tracks.classes().size();
    return new TrackEvaluation(
        Evaluation.of(segments, options),
        Evaluation.of(tracks, options),
        isPartial ? Evaluation.of(tracks.restrictedTo(present), options) : null,
        tracks);
  }

  /**
   * A track and what became of it.
   *
   * @param id of the track
   * @param reference the true class
   * @param estimate what it was taken for
   * @param referenceScore probability given to the true class
   * @param estimateScore probability given to the estimate
   */
  public record Outcome(
      String id, Label reference, Label estimate, double referenceScore, double estimateScore) {}

  /** The tracks whose true class got the lowest scores, the hardest first. */
  public List<Outcome> hardest(int count) {
    return IntStream.range(0, trackEstimates.size())
        .mapToObj(this::outcome)
        .sorted(Comparator.comparingDouble(Outcome::referenceScore).thenComparing(Outcome::id))
        .limit(count)
        .toList();
  }

  private Outcome outcome(int track) {
    int reference = trackEstimates.reference(track);
    int estimate = trackEstimates.estimate(track);
    return new Outcome(
        trackEstimates.id(track),
        trackEstimates.classes().get(reference),
        trackEstimates.classes().get(estimate),
        trackEstimates.score(track, reference),
        trackEstimates.score(track, estimate));
  }
}
