package io.auricle.bundle;

import io.auricle.feature.FeatureOptions;

/**
 * The way from a track to the model's input. A track is cut into clips, the features of a clip are
 * extracted at once, and the clip's frames are cut into segments, each an input of the model.
 *
 * @param features the feature set, with all its options
 * @param clipSeconds length of a clip, in [1, 3600]
 * @param segmentFrames frames of a segment, at least 1; 1 for sets of statistics
 * @param segmentHopFrames frames from the start of a segment to that of the next, at least 1
 * @param layout how a segment lies in the tensor
 */
public record InputOptions(
    FeatureOptions features,
    double clipSeconds,
    int segmentFrames,
    int segmentHopFrames,
    InputLayout layout) {
  public InputOptions {
    Checks.present(features, "features");
    Checks.present(layout, "layout");
    if (!(clipSeconds >= 1 && clipSeconds <= 3600)) {
      throw new IllegalArgumentException("clipSeconds=" + clipSeconds + " must be in [1, 3600]");
    }
    if (segmentFrames < 1) {
      throw new IllegalArgumentException("segmentFrames=" + segmentFrames + " must be at least 1");
    }
    if (segmentHopFrames < 1) {
      throw new IllegalArgumentException(
          "segmentHopFrames=" + segmentHopFrames + " must be at least 1");
    }
  }

  /** The input of a model that takes one vector of statistics a clip. */
  public static InputOptions vector(FeatureOptions features, double clipSeconds) {
    return new InputOptions(features, clipSeconds, 1, 1, InputLayout.VECTOR);
  }
}
