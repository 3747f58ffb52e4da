package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Kernel;
import java.nio.FloatBuffer;

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
    int columns = matrix.columnCount();
    FloatBuffer changes = FloatBuffer.allocate(matrix.frameCount() * columns);
    Stream stream =
        stream(columns, (values, from, count) -> changes.put(values, from, count * columns));
    stream.add(matrix.values(), 0, matrix.frameCount());
    stream.end();
    return FeatureMatrix.wrap(matrix.frameCount(), columns, changes.array());
  }

  /** The change of rows that come in one after the other. */
  public Stream stream(int columns, Kernel.Target target) {
    return new Stream(columns, weights(), target);
  }

  /** Gives rows once the frames around them are known. Used by one call. */
  public static final class Stream implements Kernel.Target {
    private final int columns;
    private final double[] weights;
    private final Kernel.Target target;

    /** The last rows, at most one window of them. */
    private final float[] window;

    private final float[] change;
    private int rows;

    private Stream(int columns, double[] weights, Kernel.Target target) {
      this.columns = columns;
      this.weights = weights;
      this.target = target;
      this.window = new float[weights.length * columns];
      this.change = new float[columns];
    }

    @Override
    public void add(float[] values, int from, int count) {
      int kept = window.length - columns;
      for (int row = 0; row < count; row++) {
        if (rows >= weights.length) {
          System.arraycopy(window, columns, window, 0, kept);
        }
        int at = Math.min(rows * columns, kept);
        System.arraycopy(values, from + row * columns, window, at, columns);
        rows = Math.min(rows + 1, weights.length + 1);
        if (rows >= weights.length) {
          compute();
          give(rows == weights.length ? 1 + weights.length / 2 : 1);
        }
      }
    }

    /** Gives the last rows, once all have come. */
    public void end() {
      give(rows < weights.length ? rows : weights.length / 2);
    }

    private void compute() {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * window[i * columns + column];
        }
        change[column] = (float) sum;
      }
    }

    private void give(int count) {
      for (int i = 0; i < count; i++) {
        target.add(change, 0, 1);
      }
    }
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
