package io.auricle.predict;

import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;

/**
 * The frames of a clip cut into segments. Segments start every {@code segmentHopFrames} as long as
 * they fit whole; the frames after the last are left out. A clip with fewer frames than a segment
 * is repeated until it fills one. Immutable.
 */
final class Segments {
  private final FeatureMatrix matrix;
  private final InputOptions input;
  private final int count;

  private Segments(FeatureMatrix matrix, InputOptions input) {
    this.matrix = matrix;
    this.input = input;
    int spare = matrix.frameCount() - input.segmentFrames();
    this.count = 1 + Math.max(0, spare) / input.segmentHopFrames();
  }

  /** The segments of a clip's features. */
  public static Segments of(FeatureMatrix matrix, InputOptions input) {
    return new Segments(matrix, input);
  }

  /** Number of segments, at least 1. */
  public int count() {
    return count;
  }

  /** Frames of the clip. */
  int frameCount() {
    return matrix.frameCount();
  }

  /** The first frame of a segment. */
  public int firstFrame(int segment) {
    return segment * input.segmentHopFrames();
  }

  /** The frame after the last of a segment, not beyond the clip. */
  public int endFrame(int segment) {
    return Math.min(firstFrame(segment) + input.segmentFrames(), matrix.frameCount());
  }

  /** The shape of {@link #tensor()}. */
  public long[] shape() {
    return input.layout().shape(count, input.segmentFrames(), matrix.columnCount());
  }

  /** All segments one after the other, each in the layout of the input. */
  public float[] tensor() {
    int frames = input.segmentFrames();
    int columns = matrix.columnCount();
    float[] tensor = new float[Math.multiplyExact(count, Math.multiplyExact(frames, columns))];
    for (int segment = 0; segment < count; segment++) {
      int offset = segment * frames * columns;
      for (int frame = 0; frame < frames; frame++) {
        int source = (firstFrame(segment) + frame) % matrix.frameCount();
        if (!input.layout().framesFirst()) {
          for (int column = 0; column < columns; column++) {
            tensor[offset + column * frames + frame] = matrix.at(source, column);
          }
        } else {
          matrix.copyTo(source, 1, tensor, offset + frame * columns);
        }
      }
    }
    return tensor;
  }
}
