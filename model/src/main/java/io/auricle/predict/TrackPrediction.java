package io.auricle.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the model says of a track.
 *
 * @param durationSeconds length of what was decoded
 * @param labels all labels, best first
 * @param sure whether the best label is an answer: its score reaches the threshold of the model's
 *     card, where one label is true; tags have a threshold each. Never true where the sound itself
 *     leaves doubt: one steady sound from start to end, or channels that cancel each other
 * @param segments in the order of time; digitally silent clips have none
 * @param warnings what was wrong with the file but did not stop it
 * @param embedding what the model's network makes of the track, where it gives that
 * @param noMusic whether it is music at all, where the network says so
 */
public record TrackPrediction(
    double durationSeconds,
    List<LabelScore> labels,
    boolean sure,
    List<SegmentPrediction> segments,
    List<String> warnings,
    Optional<TrackEmbedding> embedding,
    Optional<NoMusic> noMusic) {
  public TrackPrediction {
    labels = List.copyOf(labels);
    segments = List.copyOf(segments);
    warnings = List.copyOf(warnings);
  }

  /** Of a model that gives scores alone. */
  public TrackPrediction(
      double durationSeconds,
      List<LabelScore> labels,
      boolean sure,
      List<SegmentPrediction> segments,
      List<String> warnings) {
    this(durationSeconds, labels, sure, segments, warnings, Optional.empty(), Optional.empty());
  }

  /** The same, sure of its best label or not. */
  public TrackPrediction withSure(boolean other) {
    return new TrackPrediction(
        durationSeconds, labels, other, segments, warnings, embedding, noMusic);
  }

  /** The same of a track of another length, of which only parts were heard. */
  TrackPrediction ofTrack(double seconds) {
    return new TrackPrediction(seconds, labels, sure, segments, warnings, embedding, noMusic);
  }

  /** The same with nothing of it given as an answer, and why. */
  TrackPrediction doubted(List<String> reasons) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(reasons);
    List<SegmentPrediction> parts =
        segments.stream()
            .map(s -> new SegmentPrediction(s.startSeconds(), s.endSeconds(), notGiven(s.labels())))
            .toList();
    return new TrackPrediction(
        durationSeconds, notGiven(labels), false, parts, all, embedding, noMusic);
  }

  private static List<LabelScore> notGiven(List<LabelScore> labels) {
    return labels.stream()
        .map(label -> new LabelScore(label.label(), label.score(), false))
        .toList();
  }

  /**
   * The label with the highest score, be the model sure of it or not: {@link #sure()} tells whether
   * it is an answer, as does {@link LabelScore#given()}.
   */
  public LabelScore best() {
    return labels.get(0);
  }

  /**
   * What the model answers, best first: one label, none if it is not sure, or any number of tags.
   */
  public List<String> given() {
    return labels.stream().filter(LabelScore::given).map(LabelScore::label).toList();
  }

  /**
   * The score of a label.
   *
   * @throws IllegalArgumentException if the model has no such label
   */
  public double score(String label) {
    return labels.stream()
        .filter(scored -> scored.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("label=" + label + " must be a label of the model"))
        .score();
  }
}
