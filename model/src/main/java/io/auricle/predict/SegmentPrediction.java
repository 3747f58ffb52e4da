package io.auricle.predict;

import java.util.List;

/**
 * What the model says of one piece of a track.
 *
 * @param startSeconds from the start of the track
 * @param endSeconds from the start of the track
 * @param labels all labels, best first
 */
public record SegmentPrediction(double startSeconds, double endSeconds, List<LabelScore> labels) {
  public SegmentPrediction {
    labels = List.copyOf(labels);
  }
}
