package io.auricle.plot;

import io.auricle.plot.Canvas.Anchor;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** Where the parts of a picture stand: field, axes, title and colour bar. */
final class PictureLayout {
  static final int WIDTH = 1200;
  static final int HEIGHT = 520;
  private static final int LEFT = 92;
  private static final int TOP = 52;
  private static final int BOTTOM = 66;
  private static final int RIGHT_WITH_BAR = 118;
  private static final int RIGHT = 30;
  private static final int BAR_GAP = 20;
  private static final int BAR_WIDTH = 18;
  private static final int TICK = 6;
  private static final int TEXT = 15;
  private static final int TITLE = 19;

  private PictureLayout() {}

  /** Width of the field of a picture. */
  static int fieldWidth(boolean withScale) {
    return WIDTH - LEFT - (withScale ? RIGHT_WITH_BAR : RIGHT);
  }

  /** Height of the field of a picture. */
  static int fieldHeight() {
    return HEIGHT - TOP - BOTTOM;
  }

  static void draw(Picture picture, Canvas canvas) throws IOException {
    boolean withScale = picture.scale().isPresent();
    int width = fieldWidth(withScale);
    int height = fieldHeight();
    canvas.text(picture.title(), LEFT, TOP - 18.0, TITLE, Anchor.START);
    canvas.image(picture.field(), LEFT, TOP, width, height);
    frame(canvas, LEFT, width, height);
    int bottom = TOP + height;
    for (Axis.Tick tick : picture.horizontal().ticks()) {
      double x = LEFT + tick.at() * width;
      canvas.line(x, bottom, x, bottom + TICK);
      canvas.text(tick.text(), x, bottom + TICK + TEXT + 2.0, TEXT, Anchor.MIDDLE);
    }
    canvas.text(
        picture.horizontal().title(), LEFT + width / 2.0, HEIGHT - 14.0, TEXT, Anchor.MIDDLE);
    for (Axis.Tick tick : picture.vertical().ticks()) {
      double y = bottom - tick.at() * height;
      canvas.line(LEFT - TICK, y, LEFT, y);
      canvas.text(tick.text(), LEFT - TICK - 4.0, y + TEXT / 3.0, TEXT, Anchor.END);
    }
    canvas.textUpwards(picture.vertical().title(), 20, TOP + height / 2.0, TEXT);
    if (withScale) {
      bar(canvas, picture.scale().get(), LEFT + width + BAR_GAP, height);
    }
  }

  private static void bar(Canvas canvas, Axis scale, int left, int height) throws IOException {
    BufferedImage colours = new BufferedImage(1, 256, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < 256; row++) {
      colours.setRGB(0, row, ColourMap.rgb(1 - row / 255.0));
    }
    canvas.image(colours, left, TOP, BAR_WIDTH, height);
    frame(canvas, left, BAR_WIDTH, height);
    int right = left + BAR_WIDTH;
    for (Axis.Tick tick : scale.ticks()) {
      double y = TOP + height - tick.at() * height;
      canvas.line(right, y, right + TICK, y);
      canvas.text(tick.text(), right + TICK + 4.0, y + TEXT / 3.0, TEXT, Anchor.START);
    }
    canvas.text(scale.title(), right + TICK + 4.0, TOP - 16.0, TEXT, Anchor.END);
  }

  private static void frame(Canvas canvas, int left, int width, int height) {
    int right = left + width;
    int bottom = TOP + height;
    canvas.line(left, TOP, right, TOP);
    canvas.line(left, bottom, right, bottom);
    canvas.line(left, TOP, left, bottom);
    canvas.line(right, TOP, right, bottom);
  }
}
