package io.auricle.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

/**
 * The marks of ten groups: each a colour and a shape of its own, so that no reader depends on
 * either alone. The colours of a ground lie at least 22 apart in CIE L*a*b*, also for eyes without
 * red, green or blue cones (simulated after Machado et al. 2009); further groups combine them anew.
 */
public enum Marker {
  CIRCLE(0x1b7bef, 0x6caffc, 0, 1, 0.95, 0),
  SQUARE(0xfd6d70, 0xc35843, 4, 1, 1.2, 45),
  TRIANGLE(0x404c06, 0xa9cc80, 3, 1, 1.3, 90),
  DIAMOND(0xa67402, 0xcc9912, 4, 1, 1.25, 90),
  STAR(0x7a1384, 0xb551a6, 5, 0.45, 1.4, 90),
  WEDGE(0x70dab1, 0x40ffc7, 3, 1, 1.3, -90),
  PLUS(0x861d45, 0xeb3c7d, 4, 0.38, 1.45, 90),
  CROSS(0x9074a5, 0x7269e2, 4, 0.38, 1.45, 45),
  PENTAGON(0xc2cf46, 0xf2f163, 5, 1, 1.12, 90),
  ARROW(0xff97ff, 0xf6b9ea, 3, 1, 1.3, 0);

  /** The colour of points that belong to no group. */
  public static final Color NONE = new Color(0x8d939e);

  private final int light;
  private final int dark;
  private final int corners;
  private final double inner;
  private final double radius;
  private final double turn;

  /**
   * @param light colour on a white ground
   * @param dark colour on a dark ground
   * @param corners of a polygon or points of a star; 0 for a circle
   * @param inner radius of the points between the corners as a share; 1 for a plain polygon
   * @param radius of the corners
   * @param turn of the first corner, in degrees against the clock from the right
   */
  Marker(int light, int dark, int corners, double inner, double radius, double turn) {
    this.light = light;
    this.dark = dark;
    this.corners = corners;
    this.inner = inner;
    this.radius = radius;
    this.turn = turn;
  }

  /** The shape around (0, 0), as large as a circle of radius 1 to the eye; y points downwards. */
  Shape unit() {
    return corners == 0
        ? new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius)
        : polygon();
  }

  /** The shape of a group. Beyond ten groups colours meet other shapes. */
  public static Marker shapeOf(int group) {
    return values()[(group + group / values().length) % values().length];
  }

  /** Whose colour a group has. */
  public static Marker colourOf(int group) {
    return values()[group % values().length];
  }

  /** The colour on a white ground: {@code #rrggbb}. */
  public String onLight() {
    return "#%06x".formatted(light);
  }

  /** The colour on a dark ground: {@code #rrggbb}. */
  public String onDark() {
    return "#%06x".formatted(dark);
  }

  /** The shape as the path of an SVG, in units of its radius. */
  public String path() {
    return path(unit());
  }

  public Color colour() {
    return new Color(light);
  }

  public Shape at(double x, double y, double radius) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(radius, radius);
    return place.createTransformedShape(unit());
  }

  /** A path as SVG writes it. */
  static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] p = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> path.append(numbers("M%.2f %.2f", p[0], p[1]));
        case PathIterator.SEG_LINETO -> path.append(numbers("L%.2f %.2f", p[0], p[1]));
        case PathIterator.SEG_CUBICTO ->
            path.append(
                numbers("C%.2f %.2f %.2f %.2f %.2f %.2f", p[0], p[1], p[2], p[3], p[4], p[5]));
        case PathIterator.SEG_CLOSE -> path.append('Z');
        default -> throw new IllegalStateException("no quadratic curves are drawn");
      }
    }
    return path.toString();
  }

  private static String numbers(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }

  private Shape polygon() {
    int steps = inner == 1 ? corners : 2 * corners;
    Path2D path = new Path2D.Double();
    for (int i = 0; i < steps; i++) {
      double angle = Math.toRadians(turn + 360.0 * i / steps);
      double length = steps == corners || i % 2 == 0 ? radius : inner * radius;
      double x = length * Math.cos(angle);
      double y = -length * Math.sin(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }
}
