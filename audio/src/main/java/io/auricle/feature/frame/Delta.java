package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;

/**
 * The local change of each column over frames: the slope, or the curvature, of the polynomial that
 * fits the frames around best (Savitzky and Golay 1964, doi:10.1021/ac60214a047), as {@code
 * librosa.feature.delta}: the first and last frames take the value of the nearest whole window.
 * Signals of fewer frames than the width give 0, where librosa refuses.
 *
 * @param width odd number of frames, at least 3
 * @param order 1 for the slope per frame, 2 for the second derivative
 */
public record Delta(int width, int order) {
  public Delta {
    if (width < 3 || width % 2 == 0) {
      throw new IllegalArgumentException("width=" + width + " must be odd and at least 3");
    }
    if (order < 1 || order > 2) {
      throw new IllegalArgumentException("order=" + order + " must be 1 or 2");
    }
  }

  /** The change of every value, of the same shape. */
  public FeatureMatrix of(FeatureMatrix matrix) {
    int frames = matrix.frameCount();
    int columns = matrix.columnCount();
    float[] changes = new float[frames * columns];
    if (frames >= width) {
      double[] weights = weights();
      for (int frame = 0; frame < frames; frame++) {
        int first = Math.min(frames - width, Math.max(0, frame - width / 2));
        for (int column = 0; column < columns; column++) {
          double sum = 0;
          for (int i = 0; i < width; i++) {
            sum += weights[i] * matrix.at(first + i, column);
          }
          changes[frame * columns + column] = (float) sum;
        }
      }
    }
    return FeatureMatrix.wrap(frames, columns, changes);
  }

  private double[] weights() {
    double squares = 0;
    double fourths = 0;
    for (int k = -(width / 2); k <= width / 2; k++) {
      squares += k * k;
      fourths += Math.pow(k, 4);
    }
    double[] weights = new double[width];
    for (int i = 0; i < width; i++) {
      int k = i - width / 2;
      weights[i] =
          order == 1
              ? k / squares
              : 2 * (width * k * k - squares) / (width * fourths - squares * squares);
    }
    return weights;
  }
}
