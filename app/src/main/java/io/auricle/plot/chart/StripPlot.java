package io.auricle.plot.chart;

import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.Plot;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What was said of tracks over time, a row a track: a bar a piece as high as the score of what it
 * was taken for, in another colour where that is wrong, and darker within it the score of what is
 * true.
 *
 * @param title line above
 * @param rows from top to bottom
 */
public record StripPlot(String title, List<Row> rows) implements Plot {
  private static final int LEFT = 300;
  private static final int TOP = 66;
  private static final int FIELD = 560;
  private static final int MARGIN = 24;
  private static final int STRIP = 40;
  private static final int ROW = 58;
  private static final int TEXT = 13;
  private static final int SMALL = 11;

  /** Of a letter of small text, in pixels; names that do not fit are left out. */
  private static final double LETTER = 6;

  private static final int NAME = 38;
  private static final Color RIGHT = new Color(0xbfd0f7);
  private static final Color WRONG = new Color(0xf6c3a6);
  private static final Color TRUTH = new Color(0x3b64d8);

  /**
   * A track.
   *
   * @param name of it
   * @param note what is true of it, in smaller letters
   * @param bars in the order of time
   */
  public record Row(String name, String note, List<Bar> bars) {
    public Row {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A piece of a track.
   *
   * @param startSeconds from the start of the track
   * @param endSeconds likewise; the next piece's bar covers what overlaps with it
   * @param name what it was taken for
   * @param score of that, in [0, 1]
   * @param truth score of what is true, in [0, 1]
   * @param right whether it was taken for what is true
   */
  public record Bar(
      double startSeconds,
      double endSeconds,
      String name,
      double score,
      double truth,
      boolean right) {}

  public StripPlot {
    rows = List.copyOf(rows);
  }

  @Override
  public int width() {
    return LEFT + FIELD + MARGIN;
  }

  @Override
  public int height() {
    return TOP + rows.size() * ROW + MARGIN / 2;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title, MARGIN, 28, TEXT + 3, Anchor.START);
    legend(canvas);
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      double top = TOP + (double) r * ROW;
      canvas.text(shortened(row.name()), MARGIN, top + STRIP / 2.0, TEXT, Anchor.START);
      canvas.text(shortened(row.note()), MARGIN, top + STRIP / 2.0 + 16, SMALL, Anchor.START);
      strip(canvas, row.bars(), top);
    }
  }

  private static void legend(Canvas canvas) {
    double left = LEFT;
    left = key(canvas, left, RIGHT, "taken for what it is");
    left = key(canvas, left, WRONG, "taken for something else");
    key(canvas, left, TRUTH, "score of what is true");
  }

  private static double key(Canvas canvas, double left, Color colour, String text) {
    canvas.shape(new Rectangle2D.Double(left, 40, 14, 11), colour);
    canvas.text(text, left + 20, 50, SMALL, Anchor.START);
    return left + 40 + LETTER * text.length();
  }

  private static void strip(Canvas canvas, List<Bar> bars, double top) {
    double end = bars.stream().mapToDouble(Bar::endSeconds).max().orElse(1);
    canvas.line(LEFT, top + STRIP, LEFT + (double) FIELD, top + STRIP);
    for (int b = 0; b < bars.size(); b++) {
      Bar bar = bars.get(b);
      double until = b + 1 < bars.size() ? bars.get(b + 1).startSeconds() : bar.endSeconds();
      double left = LEFT + bar.startSeconds() / end * FIELD;
      double width = Math.max(0.5, (until - bar.startSeconds()) / end * FIELD);
      canvas.shape(box(left, top, width, bar.score()), bar.right() ? RIGHT : WRONG);
      canvas.shape(box(left, top, width, bar.truth()), TRUTH);
      if (width > LETTER * bar.name().length() + 4) {
        canvas.text(bar.name(), left + 3, top + 10, SMALL, Anchor.START);
      }
    }
    canvas.text(clock(end), LEFT + (double) FIELD, top + STRIP + 12, SMALL - 1, Anchor.END);
  }

  private static Rectangle2D box(double left, double top, double width, double share) {
    double height = Math.max(1, share * STRIP);
    return new Rectangle2D.Double(left, top + STRIP - height, width, height);
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return "%d:%02d".formatted(whole / 60, whole % 60);
  }

  private static String shortened(String text) {
    return text.length() <= NAME ? text : text.substring(0, NAME - 1) + "…";
  }
}
