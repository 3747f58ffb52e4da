package io.auricle.feature;

import java.util.List;

/**
 * A feature with a row a frame; the implementing records are its options, without the framing,
 * which all features of a set share.
 */
public interface FrameFeature {
  /** Column names of the result. */
  List<String> columns(FrameOptions frames);

  /**
   * The feature of every frame, {@code [frames][columns]}; finite for every signal.
   *
   * @throws IllegalArgumentException if these options do not go with that framing
   */
  FeatureMatrix of(SignalFrames frames);
}
