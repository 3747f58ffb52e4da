package io.auricle.plot.chart;

import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.Plot;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Counts by name, a bar each from the left, one below the other.
 *
 * @param title line above
 * @param bars from above
 * @param most the count of a bar of full length
 */
public record BarPlot(String title, List<Bar> bars, long most) implements Plot {
  private static final int ROW = 22;
  private static final int THICKNESS = 15;
  private static final int LENGTH = 440;
  private static final int TOP = 46;
  private static final int TEXT = 13;
  private static final int MARGIN = 24;
  private static final int COUNT_ROOM = 60;
  private static final double LETTER = 0.6;
  private static final Color COLOUR = new Color(0x1f77b4);

  /**
   * A bar.
   *
   * @param count at least 0
   */
  public record Bar(String name, long count) {
    public Bar {
      if (count < 0) {
        throw new IllegalArgumentException("count=" + count + " must be at least 0");
      }
    }
  }

  public BarPlot {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("bars=[] must be at least one");
    }
  }

  /** The longest bar is of full length. */
  public BarPlot(String title, List<Bar> bars) {
    this(title, bars, bars.stream().mapToLong(Bar::count).max().orElse(0));
  }

  @Override
  public Plot among(List<Plot> all) {
    long common =
        all.stream()
            .mapToLong(plot -> plot instanceof BarPlot other ? other.most : 0)
            .max()
            .orElse(most);
    return new BarPlot(title, bars, common);
  }

  private int left() {
    int longest = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
    return MARGIN + (int) (longest * TEXT * LETTER);
  }

  @Override
  public int width() {
    int field = left() + LENGTH + COUNT_ROOM;
    return Math.max(field, (int) (title.length() * (TEXT + 3) * LETTER) + 2 * MARGIN);
  }

  @Override
  public int height() {
    return TOP + ROW * bars.size() + MARGIN;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title, MARGIN, TOP - 18.0, TEXT + 3, Anchor.START);
    int left = left();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double middle = TOP + (i + 0.5) * ROW;
      double length = (double) LENGTH * bar.count() / Math.max(1, most);
      canvas.text(bar.name(), left - 8.0, middle + 4, TEXT, Anchor.END);
      canvas.shape(
          new Rectangle2D.Double(left, middle - THICKNESS / 2.0, length, THICKNESS), COLOUR);
      canvas.text(String.valueOf(bar.count()), left + length + 6, middle + 4, TEXT, Anchor.START);
    }
    canvas.line(left, TOP, left, TOP + ROW * bars.size());
  }
}
