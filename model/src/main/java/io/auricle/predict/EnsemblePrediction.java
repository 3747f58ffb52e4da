package io.auricle.predict;

import io.auricle.bundle.Ensemble;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ModelCard;
import io.auricle.predict.MemberTrack.Piece;
import java.util.Comparator;
import java.util.List;

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
      Scoring scoring,
      List<MemberTrack> tracks,
      double seconds,
      List<String> warnings) {
    Ensemble ensemble = card.ensemble();
    boolean vote = ensemble != null && ensemble.combination() == Combination.VOTE;
    // With no piece for a member (its clips are cut otherwise and all silent) it has no say.
    List<MemberTrack> heard = tracks.stream().filter(track -> !track.pieces().isEmpty()).toList();
    MemberTrack grid =
        heard.stream().min(Comparator.comparingDouble(EnsemblePrediction::length)).orElseThrow();
    List<SegmentPrediction> segments =
        grid.pieces().stream()
            .map(
                piece ->
                    new SegmentPrediction(
                        milliseconds(piece.start()),
                        milliseconds(Math.min(piece.end(), seconds)),
                        LabelScore.ranked(card, scoring.tempered(at(piece, grid, heard, vote)))))
            .toList();
    double[][] scores = heard.stream().map(MemberTrack::scores).toArray(double[][]::new);
    double[] track = scoring.tempered(combine(scores, heard, vote));
    List<LabelScore> labels = LabelScore.ranked(card, track);
    return new TrackPrediction(
        milliseconds(seconds),
        labels,
        card.scores().tags() || labels.get(0).given(),
        segments,
        warnings);
  }

  private static double[] at(
      Piece piece, MemberTrack grid, List<MemberTrack> tracks, boolean vote) {
    double[][] scores =
        tracks.stream()
            .map(
                track ->
                    track == grid
                        ? piece.probabilities().stream().mapToDouble(p -> p).toArray()
                        : track.scoresAt(piece))
            .toArray(double[][]::new);
    return combine(scores, tracks, vote);
  }

  private static double[] combine(double[][] scores, List<MemberTrack> tracks, boolean vote) {
    double[] combined = new double[scores[0].length];
    double total = tracks.stream().mapToDouble(track -> track.member().weight()).sum();
    for (int m = 0; m < scores.length; m++) {
      double share = tracks.get(m).member().weight() / total;
      int best = LabelScore.best(scores[m]);
      for (int i = 0; i < combined.length; i++) {
        combined[i] += share * (vote ? (i == best ? 1 : 0) : scores[m][i]);
      }
    }
    return combined;
  }

  private static double length(MemberTrack track) {
    return track.pieces().get(0).length();
  }

  private static double milliseconds(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
