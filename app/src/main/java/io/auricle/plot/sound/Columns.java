package io.auricle.plot.sound;

import io.auricle.feature.FeatureMatrix;
import java.util.Arrays;

/**
 * The frames of a sound of any length as columns of a picture, no more than a limit: whenever there
 * are more, each two become their mean.
 */
final class Columns {
  private static final int MOST = 8192;

  private final int height;
  private float[] sums;
  private int framesPerColumn = 1;
  private long frames;

  /**
   * @param height values of a frame
   */
  Columns(int height) {
    this.height = height;
    this.sums = new float[64 * height];
  }

  /** Adds frames {@code [first, first + count)} of a matrix. */
  void add(FeatureMatrix matrix, int first, int count) {
    for (int frame = first; frame < first + count; frame++) {
      int at = next();
      for (int i = 0; i < height; i++) {
        sums[at + i] += matrix.at(frame, i);
      }
      frames++;
    }
  }

  /** Where the next frame is added. */
  private int next() {
    int column = (int) (frames / framesPerColumn);
    if (column == MOST) {
      halve();
      column /= 2;
    }
    int at = column * height;
    if (at == sums.length) {
      sums = Arrays.copyOf(sums, (int) Math.min((long) MOST * height, 2L * sums.length));
    }
    return at;
  }

  private void halve() {
    for (int column = 0; column < MOST / 2; column++) {
      for (int i = 0; i < height; i++) {
        sums[column * height + i] =
            sums[2 * column * height + i] + sums[(2 * column + 1) * height + i];
      }
    }
    Arrays.fill(sums, MOST / 2 * height, sums.length, 0);
    framesPerColumn *= 2;
  }

  /** Number of frames added. */
  long frames() {
    return frames;
  }

  /** Frames of a column; the last may have fewer. */
  int framesPerColumn() {
    return framesPerColumn;
  }

  /** The means, {@code [columns][height]}. */
  FeatureMatrix means() {
    int columns = (int) ((frames + framesPerColumn - 1) / framesPerColumn);
    float[] means = new float[columns * height];
    for (int column = 0; column < columns; column++) {
      long count = Math.min(framesPerColumn, frames - (long) column * framesPerColumn);
      for (int i = column * height; i < (column + 1) * height; i++) {
        means[i] = sums[i] / count;
      }
    }
    return FeatureMatrix.of(columns, height, means);
  }
}
