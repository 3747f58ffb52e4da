package io.auricle.plot.chart;

import io.auricle.plot.Axis;
import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.Marker;
import io.auricle.plot.Plot;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Points of several groups in a plane, with axes and a legend, as PNG or SVG.
 *
 * @param title above the plot
 * @param note below the title: what the plot was made from
 * @param horizontal what the first coordinate is
 * @param vertical what the second coordinate is
 * @param numbered whether the axes bear numbers, which the layouts of t-SNE have no use for
 * @param groups the names of the groups, in the order of the legend
 * @param dots the points
 */
public record ScatterPlot(
    String title,
    String note,
    String horizontal,
    String vertical,
    boolean numbered,
    List<String> groups,
    List<Dot> dots)
    implements Plot {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 800;
  private static final int LEFT = 84;

  /** What numbers at the side may take beside the title of their axis. */
  private static final int LETTERS = 5;

  private static final int TOP = 78;
  private static final int FIELD_WIDTH = 770;
  private static final int FIELD_HEIGHT = 650;
  private static final int LEGEND = LEFT + FIELD_WIDTH + 26;
  private static final int LEGEND_ROW = 27;
  private static final int LEGEND_ROWS = 22;
  private static final int TEXT = 15;
  private static final double MARGIN = 0.04;
  private static final int NAME = 24;

  /**
   * A point.
   *
   * @param group its place among the groups, or -1 if it belongs to none
   */
  public record Dot(double x, double y, int group) {}

  public ScatterPlot {
    groups = List.copyOf(groups);
    dots = List.copyOf(dots);
    if (dots.isEmpty()) {
      throw new IllegalArgumentException("dots=[] must be at least one");
    }
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title, LEFT, 36, 20, Anchor.START);
    canvas.text(note, LEFT, 60, 14, Anchor.START);
    Range x = range(dots.stream().mapToDouble(Dot::x).toArray());
    Range y = range(dots.stream().mapToDouble(Dot::y).toArray());
    axes(canvas, x, y);
    double radius = Math.max(2.2, Math.min(6, 1 + 120 / Math.sqrt(dots.size())));
    List<Dot> order = new ArrayList<>(dots);
    // By chance, but always the same, so that no group covers the others.
    Collections.shuffle(order, new Random(1));
    for (Dot dot : order) {
      mark(
          canvas,
          dot.group(),
          LEFT + FIELD_WIDTH * x.share(dot.x()),
          TOP + FIELD_HEIGHT * (1 - y.share(dot.y())),
          radius);
    }
    legend(canvas);
  }

  private void axes(Canvas canvas, Range x, Range y) {
    int right = LEFT + FIELD_WIDTH;
    int bottom = TOP + FIELD_HEIGHT;
    canvas.line(LEFT, TOP, right, TOP);
    canvas.line(LEFT, bottom, right, bottom);
    canvas.line(LEFT, TOP, LEFT, bottom);
    canvas.line(right, TOP, right, bottom);
    double room = numbered ? 0 : 28;
    canvas.text(horizontal, LEFT + FIELD_WIDTH / 2.0, HEIGHT - 20 - room, TEXT, Anchor.MIDDLE);
    canvas.textUpwards(vertical, 22 + 1.4 * room, TOP + FIELD_HEIGHT / 2.0, TEXT);
    if (numbered) {
      for (Axis.Tick tick : Axis.linear("", x.low(), x.high(), 8).ticks()) {
        double at = LEFT + tick.at() * FIELD_WIDTH;
        canvas.line(at, bottom, at, bottom + 6);
        canvas.text(tick.text(), at, bottom + 23, TEXT, Anchor.MIDDLE);
      }
      List<Axis.Tick> marks = Axis.linear("", y.low(), y.high(), 8).ticks();
      int longest = marks.stream().mapToInt(tick -> tick.text().length()).max().orElse(0);
      // Longer ones are smaller, so that they do not run into the title of the axis.
      int size = longest <= LETTERS ? TEXT : Math.max(8, TEXT * LETTERS / longest);
      for (Axis.Tick tick : marks) {
        double at = bottom - tick.at() * FIELD_HEIGHT;
        canvas.line(LEFT - 6, at, LEFT, at);
        canvas.text(tick.text(), LEFT - 10, at + size / 3.0, size, Anchor.END);
      }
    }
  }

  private void legend(Canvas canvas) {
    boolean none = dots.stream().anyMatch(dot -> dot.group() < 0);
    int shown = groups.size() <= LEGEND_ROWS ? groups.size() : LEGEND_ROWS - 1;
    double y = TOP + 14;
    for (int group = 0; group < shown; group++) {
      legendRow(canvas, group, groups.get(group), y);
      y += LEGEND_ROW;
    }
    if (shown < groups.size()) {
      canvas.text(
          "and %d more".formatted(groups.size() - shown), LEGEND + 18, y + 5, TEXT, Anchor.START);
      y += LEGEND_ROW;
    }
    if (none) {
      legendRow(canvas, -1, "no label", y);
    }
  }

  private void legendRow(Canvas canvas, int group, String name, double y) {
    long count = dots.stream().filter(dot -> dot.group() == group).count();
    String text = name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    mark(canvas, group, LEGEND, y, 6.5);
    canvas.text(text + "  (" + count + ")", LEGEND + 18, y + 5, TEXT, Anchor.START);
  }

  private static void mark(Canvas canvas, int group, double x, double y, double radius) {
    if (group < 0) {
      canvas.shape(Marker.CIRCLE.at(x, y, 0.7 * radius), Marker.NONE);
    } else {
      Color colour = Marker.colourOf(group).colour();
      canvas.shape(Marker.shapeOf(group).at(x, y, radius), colour);
    }
  }

  /** What an axis covers. */
  private record Range(double low, double high) {
    double share(double value) {
      return (value - low) / (high - low);
    }
  }

  private static Range range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double margin = low == high ? 1 : MARGIN * (high - low);
    return new Range(low - margin, high + margin);
  }
}
