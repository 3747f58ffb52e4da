package io.auricle.plot;

import io.auricle.plot.Canvas.Anchor;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * Where the parts of a picture stand: field, axes, title and colour bar.
 *
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 */
public record PictureLayout(int width, int height) {
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

  /** Letters of a mark that leave room for the title of the axis; more are drawn smaller. */
  private static final int LETTERS = 6;

  private static final int SMALLEST = 8;

  /** Width of the field of a picture. */
  public int fieldWidth(boolean withScale) {
    return width - LEFT - (withScale ? RIGHT_WITH_BAR : RIGHT);
  }

  /** Height of the field of a picture. */
  public int fieldHeight() {
    return height - TOP - BOTTOM;
  }

  public void draw(Picture picture, Canvas canvas) throws IOException {
    boolean withScale = picture.scale().isPresent();
    int right = fieldWidth(withScale);
    int down = fieldHeight();
    canvas.text(picture.title(), LEFT, TOP - 18.0, TITLE, Anchor.START);
    canvas.image(picture.field(), LEFT, TOP, right, down);
    frame(canvas, LEFT, right, down);
    int bottom = TOP + down;
    for (Axis.Tick tick : picture.horizontal().ticks()) {
      double x = LEFT + tick.at() * right;
      canvas.line(x, bottom, x, bottom + TICK);
      canvas.text(tick.text(), x, bottom + TICK + TEXT + 2.0, TEXT, Anchor.MIDDLE);
    }
    canvas.text(
        picture.horizontal().title(), LEFT + right / 2.0, height - 14.0, TEXT, Anchor.MIDDLE);
    int size = size(picture.vertical());
    for (Axis.Tick tick : picture.vertical().ticks()) {
      double y = bottom - tick.at() * down;
      canvas.line(LEFT - TICK, y, LEFT, y);
      canvas.text(tick.text(), LEFT - TICK - 4.0, y + size / 3.0, size, Anchor.END);
    }
    canvas.textUpwards(picture.vertical().title(), 20, TOP + down / 2.0, TEXT);
    if (withScale) {
      bar(canvas, picture, LEFT + right + BAR_GAP, down);
    }
  }

  /** Of the marks at the side of an upright axis. */
  private static int size(Axis axis) {
    int longest = axis.ticks().stream().mapToInt(tick -> tick.text().length()).max().orElse(0);
    return longest <= LETTERS ? TEXT : Math.max(SMALLEST, TEXT * LETTERS / longest);
  }

  private void bar(Canvas canvas, Picture picture, int left, int down) throws IOException {
    BufferedImage colours = new BufferedImage(1, 256, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < 256; row++) {
      colours.setRGB(0, row, picture.colours().rgb(1 - row / 255.0));
    }
    Axis scale = picture.scale().orElseThrow();
    canvas.image(colours, left, TOP, BAR_WIDTH, down);
    frame(canvas, left, BAR_WIDTH, down);
    int right = left + BAR_WIDTH;
    int size = size(scale);
    for (Axis.Tick tick : scale.ticks()) {
      double y = TOP + down - tick.at() * down;
      canvas.line(right, y, right + TICK, y);
      canvas.text(tick.text(), right + TICK + 4.0, y + size / 3.0, size, Anchor.START);
    }
    canvas.textUpwards(scale.title(), width - 14.0, TOP + down / 2.0, TEXT);
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
