package io.auricle.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * A picture that was drawn before, of two pixels for each of the layout.
 *
 * @param image as {@link PngCanvas} makes it
 */
public record ImagePlot(BufferedImage image) implements Plot {
  @Override
  public int width() {
    return image.getWidth() / PngCanvas.PIXELS;
  }

  @Override
  public int height() {
    return image.getHeight() / PngCanvas.PIXELS;
  }

  @Override
  public void draw(Canvas canvas) throws IOException {
    canvas.image(image, 0, 0, width(), height());
  }
}
