package io.auricle.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** What a picture is drawn on; lengths are pixels from the left upper corner. */
public interface Canvas {
  /** How a text lies at its point. */
  enum Anchor {
    /** Begins there. */
    START,
    /** Its middle is there. */
    MIDDLE,
    /** Ends there. */
    END
  }

  /** Draws an image over a rectangle. */
  void image(BufferedImage image, int x, int y, int width, int height) throws IOException;

  /** Draws a thin line. */
  void line(double x1, double y1, double x2, double y2);

  /** Fills a shape, with a thin edge of white that parts it from those below. */
  void shape(Shape shape, Color colour);

  /** Draws a line along a shape. */
  void path(Shape path, Color colour);

  /** Draws a line of text whose base line is at {@code y}. */
  void text(String text, double x, double y, int size, Anchor anchor);

  /** Draws a text from below to above, its middle at the point. */
  void textUpwards(String text, double x, double y, int size);
}
