package io.auricle.plot;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/** Draws on an image of two pixels for each of the layout, as sharp screens and print want it. */
public final class PngCanvas implements Canvas {
  public static final int PIXELS = 2;
  private static final BasicStroke LINE = new BasicStroke(1);
  private static final BasicStroke BOLD = new BasicStroke(1.8f);
  private static final BasicStroke EDGE = new BasicStroke(0.5f);

  private final BufferedImage image;
  private final Graphics2D graphics;

  /**
   * A white image.
   *
   * @throws NoFontsException if there are none, as on servers without a screen
   */
  public PngCanvas(int width, int height) throws NoFontsException {
    this.image = new BufferedImage(PIXELS * width, PIXELS * height, BufferedImage.TYPE_INT_RGB);
    this.graphics = graphics(image);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS, PIXELS);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setStroke(LINE);
  }

  /** Java says in many ways that there is no fontconfig, no font, or no library to read them. */
  private static Graphics2D graphics(BufferedImage image) throws NoFontsException {
    try {
      Graphics2D graphics = image.createGraphics();
      graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
      return graphics;
    } catch (InternalError | AWTError | LinkageError | RuntimeException e) {
      throw new NoFontsException(e);
    }
  }

  /** The finished image. */
  public BufferedImage image() {
    graphics.dispose();
    return image;
  }

  @Override
  public void image(BufferedImage source, int x, int y, int width, int height) {
    graphics.drawImage(source, x, y, width, height, null);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2) {
    graphics.setColor(Ink.LINE);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void shape(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
    graphics.setStroke(EDGE);
    graphics.setColor(Color.WHITE);
    graphics.draw(shape);
    graphics.setStroke(LINE);
  }

  @Override
  public void path(Shape path, Color colour) {
    graphics.setColor(colour);
    graphics.setStroke(BOLD);
    graphics.draw(path);
    graphics.setStroke(LINE);
  }

  /** How wide a text will be. */
  public double width(String text, int size) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    return graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
  }

  @Override
  public void text(String text, double x, double y, int size, Anchor anchor) {
    graphics.setColor(Ink.TEXT);
    double width = width(text, size);
    double shift =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    graphics.drawString(text, (float) (x - shift), (float) y);
  }

  @Override
  public void textUpwards(String text, double x, double y, int size) {
    var before = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, x, y);
    text(text, x, y + size / 3.0, size, Anchor.MIDDLE);
    graphics.setTransform(before);
  }
}
