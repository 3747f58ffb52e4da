package io.auricle.predict;

import io.auricle.feature.FeatureMatrix;
import io.auricle.predict.onnx.OnnxModel;
import io.auricle.predict.onnx.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one model says of one track, gathered clip by clip. Not thread-safe. */
final class MemberTrack {
  private final Member member;
  private final double[] sum;
  private final List<Piece> pieces = new ArrayList<>();
  private final MeanRow embedding = new MeanRow();
  private final MeanRow noMusic = new MeanRow();

  /** The probabilities of the time from {@code start} to {@code end}, in seconds. */
  record Piece(double start, double end, List<Double> probabilities) {
    double middle() {
      return (start + end) / 2;
    }

    double length() {
      return end - start;
    }

    double overlap(Piece other) {
      return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }
  }

  MemberTrack(Member member, int labelCount) {
    this.member = member;
    this.sum = new double[labelCount];
  }

  Member member() {
    return member;
  }

  /** In the order of time. */
  List<Piece> pieces() {
    return pieces;
  }

  /** Scores the segments of the next clip. */
  void add(FeatureMatrix features, double startSeconds, double durationSeconds) {
    Segments segments = Segments.of(features, member.input());
    add(segments, member.model().run(segments), startSeconds, durationSeconds);
  }

  /** Takes what its network says of the segments of the next clip. */
  void add(
      Segments segments,
      Map<String, float[][]> outputs,
      double startSeconds,
      double durationSeconds) {
    OnnxModel.Outputs names = member.model().outputs();
    float[][] output = member.model().scoresOf(outputs);
    embedding.add(outputs.get(names.embedding()));
    noMusic.add(outputs.get(names.noMusic()));
    double frameSeconds = durationSeconds / segments.frameCount();
    for (int segment = 0; segment < output.length; segment++) {
      double[] probabilities = member.scoring().probabilities(output[segment]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += probabilities[i];
      }
      double start = startSeconds + segments.firstFrame(segment) * frameSeconds;
      double end = startSeconds + segments.endFrame(segment) * frameSeconds;
      double[] tempered = member.scoring().tempered(probabilities);
      pieces.add(new Piece(start, end, Arrays.stream(tempered).boxed().toList()));
    }
  }

  /** What the network makes of the track: the mean of its segments'; none if it gives none. */
  Optional<TrackEmbedding> embedding() {
    return member
        .network()
        .flatMap(
            network ->
                embedding
                    .mean()
                    .map(v -> new TrackEmbedding(network.name(), network.version(), v)));
  }

  /** How probable it is that the track is no music; none if the network does not say so. */
  Optional<NoMusic> noMusic() {
    return member
        .network()
        .flatMap(
            network ->
                noMusic.mean().map(mean -> new NoMusic(mean.get(0), network.noMusicThreshold())));
  }

  /** The scores of the track: the mean of its segments', tempered. */
  double[] scores() {
    double[] mean = sum.clone();
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= pieces.size();
    }
    return member.scoring().tempered(mean);
  }

  /** The mean scores over a time, weighted by overlap; the nearest segment's if none overlaps. */
  double[] scoresAt(Piece time) {
    double[] mean = new double[sum.length];
    double total = 0;
    Piece nearest = pieces.get(0);
    for (Piece piece : pieces) {
      double overlap = piece.overlap(time);
      total += overlap;
      for (int i = 0; i < mean.length && overlap > 0; i++) {
        mean[i] += overlap * piece.probabilities().get(i);
      }
      if (Math.abs(piece.middle() - time.middle()) < Math.abs(nearest.middle() - time.middle())) {
        nearest = piece;
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = total > 0 ? mean[i] / total : nearest.probabilities().get(i);
    }
    return mean;
  }
}
