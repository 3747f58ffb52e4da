package io.auricle.neural.batch;

import io.auricle.feature.FeatureMatrix;
import java.util.List;

/** The clips to train on or to validate with. Read from one thread. */
public interface ClipSource {
  /** The number of clips, above 0. */
  int size();

  /** Names of the classes, in the order of the network's outputs. */
  List<String> classes();

  /**
   * The features of one clip: {@code [frames][bands]} of any length, or rows of feature vectors.
   */
  FeatureMatrix clip(int index);

  /**
   * One of the changed variants of a clip, in its shape but for the number of frames.
   *
   * @param variant counted from 0, below {@link #variants}
   */
  default FeatureMatrix variant(int index, int variant) {
    throw new IndexOutOfBoundsException("variant=%d of clip %d".formatted(variant, index));
  }

  /** The number of changed variants of a clip to draw from beside the clip itself. */
  default int variants(int index) {
    return 0;
  }

  /** The clip's class, an index into {@link #classes()}; of tags only the targets count. */
  int label(int index);

  /** What the outputs should be: 1 for the clip's class, 0 for the others; or for each tag. */
  default float[] targets(int index) {
    float[] targets = new float[classes().size()];
    targets[label(index)] = 1;
    return targets;
  }

  /** Whether the clip is of a class, or has a tag. */
  default boolean isOf(int index, int classIndex) {
    return targets(index)[classIndex] > 0.5;
  }

  /** Whether the network takes {@code [frames][bands]}, as recurrent ones may, and not turned. */
  default boolean framesFirst() {
    return false;
  }

  /**
   * Frames of a clip for one frame of the network, 1 or more, not always whole: frame j of a
   * segment is frame {@code floor(start + j * frameStep)} of the clip, so that random starts vary
   * its phase.
   */
  default double frameStep() {
    return 1;
  }

  /** How often the clip is drawn in an epoch, relative to the others; 1 for all is the usual. */
  default double samplingWeight(int index) {
    return 1;
  }
}
