package io.auricle.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * A part of a canvas, for a plot that knows nothing of what stands beside it.
 *
 * @param whole what is drawn on
 * @param right pixels from the left edge of the whole
 * @param down pixels from its upper edge
 */
record ShiftedCanvas(Canvas whole, int right, int down) implements Canvas {
  @Override
  public void image(BufferedImage image, int x, int y, int width, int height) throws IOException {
    whole.image(image, x + right, y + down, width, height);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2) {
    whole.line(x1 + right, y1 + down, x2 + right, y2 + down);
  }

  @Override
  public void shape(Shape shape, Color colour) {
    whole.shape(shifted(shape), colour);
  }

  @Override
  public void path(Shape path, Color colour) {
    whole.path(shifted(path), colour);
  }

  private Shape shifted(Shape shape) {
    return AffineTransform.getTranslateInstance(right, down).createTransformedShape(shape);
  }

  @Override
  public void text(String text, double x, double y, int size, Anchor anchor) {
    whole.text(text, x + right, y + down, size, anchor);
  }

  @Override
  public void textUpwards(String text, double x, double y, int size) {
    whole.textUpwards(text, x + right, y + down, size);
  }
}
