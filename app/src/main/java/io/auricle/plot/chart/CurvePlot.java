package io.auricle.plot.chart;

import io.auricle.plot.Axis;
import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.Marker;
import io.auricle.plot.Plot;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Curves and dots over shares from 0 to 1, with a legend.
 *
 * @param title line above
 * @param horizontal what the first coordinate is
 * @param vertical what the second coordinate is
 * @param diagonal whether the line of equal coordinates is drawn
 * @param curves in the order of the legend
 * @param dots besides the curves
 */
public record CurvePlot(
    String title,
    String horizontal,
    String vertical,
    boolean diagonal,
    List<Curve> curves,
    List<Dot> dots)
    implements Plot {
  private static final int LEFT = 66;
  private static final int TOP = 46;
  private static final int FIELD = 380;
  private static final int BOTTOM = 58;
  private static final int LEGEND = 210;
  private static final int LEGEND_ROW = 20;
  private static final int LEGEND_ROWS = FIELD / LEGEND_ROW;
  private static final int MARGIN = 24;
  private static final int TEXT = 13;
  private static final int NAME = 18;
  private static final Color DOT = new Color(0xd1495b);

  /** A place, both coordinates in [0, 1]. */
  public record Point(double x, double y) {}

  /**
   * A line through points.
   *
   * @param name in the legend; empty if it needs none
   * @param value behind the name, never shortened; may be empty
   */
  public record Curve(String name, String value, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A mark.
   *
   * @param radius in pixels
   */
  public record Dot(Point at, double radius) {}

  public CurvePlot {
    curves = List.copyOf(curves);
    dots = List.copyOf(dots);
  }

  private boolean hasLegend() {
    return curves.stream().anyMatch(curve -> !curve.name().isEmpty());
  }

  @Override
  public int width() {
    return LEFT + FIELD + (hasLegend() ? LEGEND : MARGIN);
  }

  @Override
  public int height() {
    return TOP + FIELD + BOTTOM;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title, LEFT, TOP - 18.0, TEXT + 3, Anchor.START);
    frame(canvas);
    if (diagonal) {
      canvas.line(x(0), y(0), x(1), y(1));
    }
    for (int c = 0; c < curves.size(); c++) {
      Path2D path = new Path2D.Double();
      for (Point point : curves.get(c).points()) {
        if (path.getCurrentPoint() == null) {
          path.moveTo(x(point.x()), y(point.y()));
        } else {
          path.lineTo(x(point.x()), y(point.y()));
        }
      }
      canvas.path(path, Marker.colourOf(c).colour());
    }
    for (Dot dot : dots) {
      double cx = x(dot.at().x());
      double cy = y(dot.at().y());
      double size = 2 * dot.radius();
      canvas.shape(new Ellipse2D.Double(cx - dot.radius(), cy - dot.radius(), size, size), DOT);
    }
    if (hasLegend()) {
      legend(canvas);
    }
  }

  private void frame(Canvas canvas) {
    canvas.line(x(0), y(0), x(1), y(0));
    canvas.line(x(0), y(1), x(1), y(1));
    canvas.line(x(0), y(0), x(0), y(1));
    canvas.line(x(1), y(0), x(1), y(1));
    for (Axis.Tick tick : Axis.linear("", 0, 1, 5).ticks()) {
      canvas.line(x(tick.at()), y(0), x(tick.at()), y(0) + 5);
      canvas.text(tick.text(), x(tick.at()), y(0) + 20, TEXT, Anchor.MIDDLE);
      canvas.line(x(0) - 5, y(tick.at()), x(0), y(tick.at()));
      canvas.text(tick.text(), x(0) - 9, y(tick.at()) + 4, TEXT, Anchor.END);
    }
    canvas.text(horizontal, x(0.5), y(0) + 44, TEXT, Anchor.MIDDLE);
    canvas.textUpwards(vertical, 16, y(0.5), TEXT);
  }

  private void legend(Canvas canvas) {
    int shown = curves.size() <= LEGEND_ROWS ? curves.size() : LEGEND_ROWS - 1;
    double left = LEFT + FIELD + 14.0;
    for (int c = 0; c < shown; c++) {
      double at = TOP + 8.0 + c * LEGEND_ROW;
      Path2D stroke = new Path2D.Double();
      stroke.moveTo(left, at);
      stroke.lineTo(left + 18, at);
      canvas.path(stroke, Marker.colourOf(c).colour());
      String name = curves.get(c).name();
      String text = name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
      canvas.text(text, left + 24, at + 4, TEXT - 1, Anchor.START);
      double right = LEFT + FIELD + LEGEND - 8.0;
      canvas.text(curves.get(c).value(), right, at + 4, TEXT - 1, Anchor.END);
    }
    if (shown < curves.size()) {
      canvas.text(
          "and %d more".formatted(curves.size() - shown),
          left + 24,
          TOP + 12.0 + shown * LEGEND_ROW,
          TEXT - 1,
          Anchor.START);
    }
  }

  private static double x(double share) {
    return LEFT + share * FIELD;
  }

  private static double y(double share) {
    return TOP + (1 - share) * FIELD;
  }
}
