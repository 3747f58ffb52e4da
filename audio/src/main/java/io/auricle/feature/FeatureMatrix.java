package io.auricle.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Feature values, frame-major: {@code [frames][columns]}. A column is a frequency bin, a mel band,
 * a pitch class or a named statistic; a feature vector is a matrix of one frame. Immutable; every
 * value is finite.
 */
public final class FeatureMatrix {
  private final int frameCount;
  private final int columnCount;
  private final float[] values;

  private FeatureMatrix(int frameCount, int columnCount, float[] values) {
    if (frameCount < 0 || columnCount < 0) {
      throw new IllegalArgumentException(
          "frameCount=%d and columnCount=%d must be at least 0".formatted(frameCount, columnCount));
    }
    if (values.length != (long) frameCount * columnCount) {
      throw new IllegalArgumentException(
          "values.length=%d must be frameCount=%d times columnCount=%d"
              .formatted(values.length, frameCount, columnCount));
    }
    this.frameCount = frameCount;
    this.columnCount = columnCount;
    this.values = values;
  }

  /**
   * A matrix of a copy of the values, frame after frame.
   *
   * @throws IllegalArgumentException if a size is negative or they do not fit the values
   */
  public static FeatureMatrix of(int frameCount, int columnCount, float[] values) {
    return new FeatureMatrix(frameCount, columnCount, values.clone());
  }

  /**
   * As {@link #of} without the copy: the caller gives up the array and never writes to it again.
   *
   * @throws IllegalArgumentException if a size is negative or they do not fit the values
   */
  public static FeatureMatrix wrap(int frameCount, int columnCount, float[] values) {
    return new FeatureMatrix(frameCount, columnCount, values);
  }

  public int frameCount() {
    return frameCount;
  }

  public int columnCount() {
    return columnCount;
  }

  /**
   * One value.
   *
   * @throws IndexOutOfBoundsException if there is no such frame or column
   */
  public float at(int frame, int column) {
    return values[frame * columnCount + Objects.checkIndex(column, columnCount)];
  }

  /**
   * Some of the columns, in the order of their places.
   *
   * @param places each in [0, columnCount)
   * @throws IndexOutOfBoundsException if one is not
   */
  public FeatureMatrix columns(List<Integer> places) {
    float[] chosen = new float[Math.multiplyExact(frameCount, places.size())];
    int next = 0;
    for (int frame = 0; frame < frameCount; frame++) {
      for (int place : places) {
        chosen[next++] = at(frame, Objects.checkIndex(place, columnCount));
      }
    }
    return new FeatureMatrix(frameCount, places.size(), chosen);
  }

  /**
   * The values of one frame, {@code [columns]}, a copy.
   *
   * @throws IndexOutOfBoundsException if there is no such frame
   */
  public float[] frame(int frame) {
    int from = Objects.checkIndex(frame, frameCount) * columnCount;
    return Arrays.copyOfRange(values, from, from + columnCount);
  }

  /**
   * The values of one column over all frames, {@code [frames]}, a copy.
   *
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public float[] column(int column) {
    Objects.checkIndex(column, columnCount);
    float[] chosen = new float[frameCount];
    for (int frame = 0; frame < frameCount; frame++) {
      chosen[frame] = at(frame, column);
    }
    return chosen;
  }

  /** A copy of all values, {@code [frames][columns]}: as here, a row a frame. */
  public double[][] toRows() {
    double[][] rows = new double[frameCount][columnCount];
    for (int frame = 0; frame < frameCount; frame++) {
      for (int column = 0; column < columnCount; column++) {
        rows[frame][column] = at(frame, column);
      }
    }
    return rows;
  }

  /** A copy of all values, {@code [columns][frames]}: as librosa has them, a row a coefficient. */
  public double[][] toColumns() {
    double[][] columns = new double[columnCount][frameCount];
    for (int column = 0; column < columnCount; column++) {
      for (int frame = 0; frame < frameCount; frame++) {
        columns[column][frame] = at(frame, column);
      }
    }
    return columns;
  }

  /**
   * A copy of all values, frame after frame: that of a frame and a column at {@code frame *
   * columnCount + column}.
   */
  public float[] toArray() {
    return values.clone();
  }

  /** All values, frame after frame, without a copy; never to be written to. */
  public float[] values() {
    return values;
  }

  /**
   * Copies {@code frames} frames from {@code firstFrame} on into {@code target} at {@code offset}.
   */
  public void copyTo(int firstFrame, int frames, float[] target, int offset) {
    System.arraycopy(values, firstFrame * columnCount, target, offset, frames * columnCount);
  }

  @Override
  public String toString() {
    return "FeatureMatrix[%d frames x %d columns]".formatted(frameCount, columnCount);
  }
}
