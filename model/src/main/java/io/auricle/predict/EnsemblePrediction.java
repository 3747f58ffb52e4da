package io.auricle.predict;

import io.auricle.bundle.ModelCard;
import io.auricle.predict.MemberTrack.Piece;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts the members' scores of one track together; a single model is an ensemble of one.
 *
 * <p>The segments are those of the member with the shortest ones (the first of several). The other
 * members count there with the mean of their segments, weighted by overlap in time.
 */
final class EnsemblePrediction {
  private EnsemblePrediction() {}

  static TrackPrediction of(
      ModelCard card,
      ScoreRule rule,
      List<MemberTrack> tracks,
      double seconds,
      List<String> warnings) {
    // With no piece for a member (its clips are cut otherwise and all silent) it has no say.
    List<MemberTrack> heard = tracks.stream().filter(track -> !track.pieces().isEmpty()).toList();
    MemberTrack grid =
        heard.stream().min(Comparator.comparingDouble(EnsemblePrediction::length)).orElseThrow();
    List<Double> weights = heard.stream().map(track -> track.member().weight()).toList();
    List<SegmentPrediction> segments =
        grid.pieces().stream()
            .map(
                piece ->
                    new SegmentPrediction(
                        milliseconds(piece.start()),
                        milliseconds(Math.min(piece.end(), seconds)),
                        LabelScore.ranked(
                            card.labels(), rule, rule.scores(at(piece, grid, heard), weights))))
            .toList();
    List<double[]> scores = heard.stream().map(MemberTrack::scores).toList();
    List<LabelScore> labels = LabelScore.ranked(card.labels(), rule, rule.scores(scores, weights));
    return new TrackPrediction(
        milliseconds(seconds),
        labels,
        card.scores().tags() || labels.get(0).given(),
        segments,
        warnings,
        first(heard, MemberTrack::embedding),
        first(heard, MemberTrack::noMusic));
  }

  private static <T> Optional<T> first(
      List<MemberTrack> tracks, Function<MemberTrack, Optional<T>> part) {
    return tracks.stream().map(part).flatMap(Optional::stream).findFirst();
  }

  /** What each member says of the time of a piece. */
  private static List<double[]> at(Piece piece, MemberTrack grid, List<MemberTrack> tracks) {
    return tracks.stream()
        .map(
            track ->
                track == grid
                    ? piece.probabilities().stream().mapToDouble(p -> p).toArray()
                    : track.scoresAt(piece))
        .toList();
  }

  private static double length(MemberTrack track) {
    return track.pieces().get(0).length();
  }

  private static double milliseconds(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
