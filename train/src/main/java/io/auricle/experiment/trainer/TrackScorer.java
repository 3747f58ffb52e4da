package io.auricle.experiment.trainer;

import io.auricle.feature.FeatureMatrix;
import java.util.List;

/** Scores tracks by a model in memory, as its bundle would. Close it to free the memory. */
public interface TrackScorer extends AutoCloseable {
  /** The scores of a track by the features of its clips, before any temperature. */
  List<Double> scores(List<FeatureMatrix> clips);

  @Override
  void close();
}
