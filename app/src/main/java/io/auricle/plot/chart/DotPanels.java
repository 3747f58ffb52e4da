package io.auricle.plot.chart;

import io.auricle.plot.Axis;
import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.Plot;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Dots in several fields side by side, all with the same vertical axis, as PNG or SVG.
 *
 * @param title above all
 * @param vertical what the second coordinate is
 * @param panels one at least
 */
public record DotPanels(String title, String vertical, List<Panel> panels) implements Plot {
  private static final int ACROSS = 3;
  private static final int LEFT = 84;
  private static final int TOP = 70;
  private static final int FIELD_WIDTH = 300;
  private static final int FIELD_HEIGHT = 250;
  private static final int GAP_ACROSS = 64;
  private static final int GAP_DOWN = 84;
  private static final int RIGHT = 30;
  private static final int TEXT = 13;
  private static final double MARGIN = 0.06;
  private static final double RADIUS = 4.5;
  private static final int NAME = 14;
  private static final Color WHOLE = new Color(0x1f77b4);
  private static final Color PART = new Color(0xb4b4b4);

  /**
   * One field.
   *
   * @param title what the first coordinate is
   * @param logarithmic whether it is shown by its logarithm; it is above 0 then
   * @param names if not empty, what the first coordinates 0, 1, 2 ... stand for
   * @param dots one at least
   */
  public record Panel(String title, boolean logarithmic, List<String> names, List<Dot> dots) {
    public Panel {
      names = List.copyOf(names);
      dots = List.copyOf(dots);
      if (dots.isEmpty()) {
        throw new IllegalArgumentException("dots=[] must be at least one");
      }
    }
  }

  /**
   * A point.
   *
   * @param whole whether it counts in full; others are grey
   */
  public record Dot(double x, double y, boolean whole) {}

  public DotPanels {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("panels=[] must be at least one");
    }
  }

  @Override
  public int width() {
    int across = Math.max(2, Math.min(ACROSS, panels.size()));
    return LEFT + across * (FIELD_WIDTH + GAP_ACROSS) - GAP_ACROSS + RIGHT;
  }

  @Override
  public int height() {
    int down = (panels.size() + ACROSS - 1) / ACROSS;
    return TOP + down * (FIELD_HEIGHT + GAP_DOWN);
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title, LEFT, 36, 20, Anchor.START);
    Span y = span(panels.stream().flatMap(p -> p.dots().stream()).mapToDouble(Dot::y).toArray());
    for (int i = 0; i < panels.size(); i++) {
      int left = LEFT + i % ACROSS * (FIELD_WIDTH + GAP_ACROSS);
      int top = TOP + i / ACROSS * (FIELD_HEIGHT + GAP_DOWN);
      draw(canvas, panels.get(i), y, left, top);
      if (i % ACROSS == 0) {
        canvas.textUpwards(vertical, 20, top + FIELD_HEIGHT / 2.0, TEXT + 2);
      }
    }
  }

  private static void draw(Canvas canvas, Panel panel, Span y, int left, int top) {
    int right = left + FIELD_WIDTH;
    int bottom = top + FIELD_HEIGHT;
    canvas.line(left, top, right, top);
    canvas.line(left, bottom, right, bottom);
    canvas.line(left, top, left, bottom);
    canvas.line(right, top, right, bottom);
    for (Axis.Tick tick : Axis.linear("", y.low(), y.high(), 6).ticks()) {
      double at = bottom - tick.at() * FIELD_HEIGHT;
      canvas.line(left - 5, at, left, at);
      canvas.text(tick.text(), left - 8, at + 4, TEXT, Anchor.END);
    }
    Span x =
        panel.names().isEmpty()
            ? span(panel.dots().stream().mapToDouble(dot -> place(panel, dot)).toArray())
            : new Span(-0.5, panel.names().size() - 0.5);
    for (Axis.Tick tick : ticks(panel, x)) {
      double at = left + tick.at() * FIELD_WIDTH;
      canvas.line(at, bottom, at, bottom + 5);
      canvas.text(tick.text(), at, bottom + 20, TEXT, Anchor.MIDDLE);
    }
    canvas.text(panel.title(), left + FIELD_WIDTH / 2.0, bottom + 42, TEXT + 2, Anchor.MIDDLE);
    for (boolean whole : new boolean[] {false, true}) {
      for (Dot dot : panel.dots()) {
        if (dot.whole() == whole) {
          double cx = left + x.share(place(panel, dot)) * FIELD_WIDTH;
          double cy = bottom - y.share(dot.y()) * FIELD_HEIGHT;
          canvas.shape(
              new Ellipse2D.Double(cx - RADIUS, cy - RADIUS, 2 * RADIUS, 2 * RADIUS),
              whole ? WHOLE : PART);
        }
      }
    }
  }

  private static double place(Panel panel, Dot dot) {
    return panel.logarithmic() ? Math.log10(dot.x()) : dot.x();
  }

  private static List<Axis.Tick> ticks(Panel panel, Span x) {
    if (!panel.names().isEmpty()) {
      List<Axis.Tick> ticks = new ArrayList<>();
      for (int i = 0; i < panel.names().size(); i++) {
        String name = panel.names().get(i);
        int room = Math.max(3, 3 * NAME / panel.names().size());
        String shown = name.length() <= room ? name : name.substring(0, room - 1) + "…";
        ticks.add(new Axis.Tick(x.share(i), shown));
      }
      return ticks;
    }
    List<Axis.Tick> ticks = Axis.linear("", x.low(), x.high(), 5).ticks();
    return panel.logarithmic()
        ? ticks.stream().map(tick -> new Axis.Tick(tick.at(), power(x.at(tick.at())))).toList()
        : ticks;
  }

  /** Ten to a power, short. */
  private static String power(double exponent) {
    return new BigDecimal(Math.pow(10, exponent))
        .round(new MathContext(2))
        .stripTrailingZeros()
        .toEngineeringString();
  }

  /** What an axis covers. */
  private record Span(double low, double high) {
    double share(double value) {
      return (value - low) / (high - low);
    }

    double at(double share) {
      return low + share * (high - low);
    }
  }

  private static Span span(double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    double margin = low == high ? 0.5 : MARGIN * (high - low);
    return new Span(low - margin, high + margin);
  }
}
