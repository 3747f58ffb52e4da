package io.auricle.teach;

import io.auricle.feature.FeatureMatrix;
import java.util.List;

/**
 * A track with a label, and what a network made of it.
 *
 * @param id of it, in messages
 * @param group what must not be torn apart when an estimate is made: its artist or album
 * @param label that is true of it
 * @param clips of each the vectors of its segments, rows of one frame; at least one
 */
public record TaughtTrack(String id, String group, String label, List<List<FeatureMatrix>> clips) {
  public TaughtTrack {
    clips = clips.stream().map(List::copyOf).toList();
    if (clips.isEmpty() || clips.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(id + ": clips must be at least one, with segments");
    }
  }

  /** All segments, in their order. */
  List<FeatureMatrix> segments() {
    return clips.stream().flatMap(List::stream).toList();
  }

  /** The mean of each clip's segments: what is learned. */
  List<FeatureMatrix> means() {
    return clips.stream().map(TaughtTrack::mean).toList();
  }

  private static FeatureMatrix mean(List<FeatureMatrix> rows) {
    float[] mean = new float[rows.get(0).columnCount()];
    for (int c = 0; c < mean.length; c++) {
      double sum = 0;
      for (FeatureMatrix row : rows) {
        sum += row.at(0, c);
      }
      mean[c] = (float) (sum / rows.size());
    }
    return FeatureMatrix.of(1, mean.length, mean);
  }
}
