package io.auricle.predict.onnx;

import io.auricle.bundle.ClipFit;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import java.util.Arrays;

/**
 * The frames of a clip cut into segments. Segments start every {@code segmentHopFrames} as long as
 * they fit whole; the frames after the last are left out. A clip with fewer frames than a segment
 * is made to fit as its {@link ClipFit} says, which may also be that clips are segments. Immutable.
 */
public final class Segments {
  private final FeatureMatrix matrix;
  private final InputOptions input;
  private final int length;
  private final int count;

  private Segments(FeatureMatrix matrix, InputOptions input) {
    this.matrix = matrix;
    this.input = input;
    boolean whole = input.clipFit().way() == ClipFit.Way.WHOLE;
    this.length = whole ? matrix.frameCount() : input.segmentFrames();
    this.count = 1 + Math.max(0, matrix.frameCount() - length) / input.segmentHopFrames();
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
  public int frameCount() {
    return matrix.frameCount();
  }

  /** The first frame of a segment. */
  public int firstFrame(int segment) {
    return segment * input.segmentHopFrames();
  }

  /** The frame after the last of a segment, not beyond the clip. */
  public int endFrame(int segment) {
    return Math.min(firstFrame(segment) + length, matrix.frameCount());
  }

  /** The shape of {@link #tensor()}. */
  public long[] shape() {
    return input.layout().shape(count, length, matrix.columnCount());
  }

  /** All segments one after the other, each in the layout of the input. */
  public float[] tensor() {
    int columns = matrix.columnCount();
    float[] tensor = new float[Math.multiplyExact(count, Math.multiplyExact(length, columns))];
    int given = length;
    if (input.clipFit().way() == ClipFit.Way.FILLED && length > matrix.frameCount()) {
      given = matrix.frameCount();
      Arrays.fill(tensor, input.clipFit().value().floatValue());
    }
    for (int segment = 0; segment < count; segment++) {
      int offset = segment * length * columns;
      for (int frame = 0; frame < given; frame++) {
        int source = (firstFrame(segment) + frame) % matrix.frameCount();
        if (!input.layout().framesFirst()) {
          for (int column = 0; column < columns; column++) {
            tensor[offset + column * length + frame] = matrix.at(source, column);
          }
        } else {
          matrix.copyTo(source, 1, tensor, offset + frame * columns);
        }
      }
    }
    return tensor;
  }
}
