package io.auricle.plot.sound;

import io.auricle.feature.FeatureMatrix;
import io.auricle.plot.ColourMap;
import io.auricle.plot.PictureLayout;
import io.auricle.plot.PngCanvas;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/**
 * The values of a picture, frames from left to right.
 *
 * @param columns how many frames there are, and how many make a column
 * @param values {@code [columns][rows]}
 * @param low value of the first colour
 * @param high value of the last colour
 * @param colours that stand for the values
 */
record Field(Columns columns, FeatureMatrix values, double low, double high, ColourMap colours) {
  /**
   * The values as an image. Where frames are more than pixels a pixel shows their mean.
   *
   * @param row the row, with fractions, at a share of the height from below
   */
  BufferedImage image(DoubleUnaryOperator row, PictureLayout layout) {
    int width = PngCanvas.PIXELS * layout.fieldWidth(true);
    int height = PngCanvas.PIXELS * layout.fieldHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    long frames = columns.frames();
    int perColumn = columns.framesPerColumn();
    for (int x = 0; x < width; x++) {
      int first = (int) (x * frames / width / perColumn);
      int end = Math.max(first + 1, (int) ((x + 1) * frames / width / perColumn));
      for (int y = 0; y < height; y++) {
        double at = row.applyAsDouble((height - 0.5 - y) / height);
        double sum = 0;
        for (int column = first; column < end; column++) {
          sum += between(column, at);
        }
        double value = sum / (end - first);
        image.setRGB(x, y, colours.rgb((value - low) / (high - low)));
      }
    }
    return image;
  }

  private double between(int column, double row) {
    double inside = Math.max(0, Math.min(values.columnCount() - 1.0, row));
    int below = (int) inside;
    int above = Math.min(values.columnCount() - 1, below + 1);
    double share = inside - below;
    return (1 - share) * values.at(column, below) + share * values.at(column, above);
  }
}
