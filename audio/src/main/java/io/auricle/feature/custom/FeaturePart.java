package io.auricle.feature.custom;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import io.auricle.feature.frame.Delta;
import java.util.ArrayList;
import java.util.List;

/**
 * One feature of a custom set.
 *
 * @param feature computed in each frame
 * @param deltas how many orders of {@link Delta} follow the feature's columns: 0, 1 or 2
 * @param deltaFrames width of the deltas, odd, at least 3; librosa's default is 9
 * @param statistics of each column over the frames; none to keep the frames
 */
public record FeaturePart(
    FrameFeature feature, int deltas, int deltaFrames, List<Statistic> statistics) {
  /** librosa's default width of deltas. */
  public static final int DELTA_FRAMES = 9;

  public FeaturePart {
    if (deltas < 0 || deltas > 2) {
      throw new IllegalArgumentException("deltas=" + deltas + " must be 0, 1 or 2");
    }
    new Delta(deltaFrames, 1);
    statistics = List.copyOf(statistics);
  }

  /** The feature alone, frame by frame. */
  public static FeaturePart of(FrameFeature feature) {
    return new FeaturePart(feature, 0, DELTA_FRAMES, List.of());
  }

  /** The same with these statistics. */
  public FeaturePart with(List<Statistic> others) {
    return new FeaturePart(feature, deltas, deltaFrames, others);
  }

  /** The feature's columns, then those of each order of deltas. */
  List<String> frameColumns(FrameOptions frames) {
    List<String> names = feature.columns(frames);
    List<String> all = new ArrayList<>(names);
    for (int order = 1; order <= deltas; order++) {
      String suffix = order == 1 ? "_delta" : "_delta" + order;
      names.forEach(name -> all.add(name + suffix));
    }
    return all;
  }

  /** The values of those columns: the feature, then each order of deltas. */
  List<FeatureMatrix> frames(SignalFrames frames) {
    List<FeatureMatrix> all = new ArrayList<>();
    FeatureMatrix values = feature.of(frames);
    all.add(values);
    for (int order = 1; order <= deltas; order++) {
      all.add(new Delta(deltaFrames, order).of(values));
    }
    return all;
  }
}
