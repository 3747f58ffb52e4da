package io.auricle.plot;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Moments;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** The values of a picture as an image. */
final class Field {
  private Field() {}

  /**
   * Colours of a matrix, frames from left to right. Where frames are more than pixels a pixel shows
   * their mean.
   *
   * @param column the column, with fractions, at a share of the height from below
   * @param low value of the darkest colour
   * @param high value of the lightest colour
   */
  static BufferedImage of(
      FeatureMatrix matrix, DoubleUnaryOperator column, double low, double high) {
    int width = PngCanvas.PIXELS * PictureLayout.fieldWidth(true);
    int height = PngCanvas.PIXELS * PictureLayout.fieldHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int frames = matrix.frameCount();
    for (int y = 0; y < height; y++) {
      double at = column.applyAsDouble((height - 0.5 - y) / height);
      for (int x = 0; x < width; x++) {
        int first = (int) ((long) x * frames / width);
        int end = Math.max(first + 1, (int) ((x + 1L) * frames / width));
        double sum = 0;
        for (int frame = first; frame < end; frame++) {
          sum += between(matrix, frame, at);
        }
        double value = sum / (end - first);
        image.setRGB(x, y, ColourMap.rgb((value - low) / (high - low)));
      }
    }
    return image;
  }

  private static double between(FeatureMatrix matrix, int frame, double column) {
    double inside = Math.max(0, Math.min(matrix.columnCount() - 1.0, column));
    int below = (int) inside;
    int above = Math.min(matrix.columnCount() - 1, below + 1);
    double share = inside - below;
    return (1 - share) * matrix.at(frame, below) + share * matrix.at(frame, above);
  }

  /** Each column less its mean and divided by its standard deviation; 0 where all are equal. */
  static FeatureMatrix standardised(FeatureMatrix matrix) {
    int columns = matrix.columnCount();
    float[] values = matrix.toArray();
    for (int column = 0; column < columns; column++) {
      Moments moments = Moments.of(matrix, column);
      double deviation = Math.max(1e-6, Math.sqrt(moments.variance()));
      for (int i = column; i < values.length; i += columns) {
        values[i] = (float) ((values[i] - moments.mean()) / deviation);
      }
    }
    return FeatureMatrix.of(matrix.frameCount(), columns, values);
  }

  /** The waveform, the peak at the edges. */
  static BufferedImage wave(Signal signal, double peak) {
    int width = PngCanvas.PIXELS * PictureLayout.fieldWidth(false);
    int height = PngCanvas.PIXELS * PictureLayout.fieldHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      int first = (int) ((long) x * signal.length() / width);
      int end = Math.max(first + 1, (int) ((x + 1L) * signal.length() / width));
      double low = signal.at(first);
      double high = low;
      for (int i = first; i < end; i++) {
        low = Math.min(low, signal.at(i));
        high = Math.max(high, signal.at(i));
      }
      int top = (int) Math.floor((1 - high / peak) / 2 * (height - 1));
      int bottom = (int) Math.ceil((1 - low / peak) / 2 * (height - 1));
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, y >= top && y <= bottom ? Ink.WAVE.getRGB() : 0xffffff);
      }
    }
    return image;
  }

  /** The largest amplitude and a little room, at least 0.01. */
  static double peak(Signal signal) {
    double peak = 0;
    for (int i = 0; i < signal.length(); i++) {
      peak = Math.max(peak, Math.abs(signal.at(i)));
    }
    return Math.max(0.01, 1.05 * peak);
  }

  /** Slaney's mel scale: linear below 1000 Hz, logarithmic above. */
  static double slaneyMel(double hz) {
    return hz < 1000 ? hz * 3 / 200 : 15 + 27 * Math.log(hz / 1000) / Math.log(6.4);
  }
}
