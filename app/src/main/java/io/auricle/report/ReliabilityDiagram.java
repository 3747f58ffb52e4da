package io.auricle.report;

import static io.auricle.report.Html.format;

import io.auricle.eval.ReliabilityBin;
import java.util.List;

/**
 * Accuracy against confidence as SVG: a bar for each bin of confidence, its height the share that
 * was right, and a point at its mean confidence, whose area grows with the number of items. A
 * calibrated model has its points on the diagonal.
 */
final class ReliabilityDiagram {
  private static final int SIZE = 320;
  private static final int LEFT = 50;
  private static final int TOP = 16;

  private ReliabilityDiagram() {}

  static String of(List<ReliabilityBin> bins) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg role=\"img\" aria-label=\"Reliability diagram\" viewBox=\"0 0 %d %d\""
                + " width=\"%d\">\n",
            LEFT + SIZE + 20, TOP + SIZE + 48, LEFT + SIZE + 20));
    int items = bins.stream().mapToInt(ReliabilityBin::count).sum();
    for (ReliabilityBin bin : bins) {
      svg.append(
          format(
              "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                  + "<title>%d items, confidence %.3f, accuracy %.3f</title></rect>\n",
              x(bin.low()) + 1,
              y(bin.accuracy()),
              x(bin.high()) - x(bin.low()) - 2,
              y(0) - y(bin.accuracy()),
              bin.count(),
              bin.meanConfidence(),
              bin.accuracy()));
    }
    svg.append(line("ideal", 0, 0, 1, 1)).append(line("axis", 0, 0, 1, 0));
    svg.append(line("axis", 0, 0, 0, 1));
    for (ReliabilityBin bin : bins) {
      svg.append(
          format(
              "<circle class=\"point\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n",
              x(bin.meanConfidence()),
              y(bin.accuracy()),
              2.5 + 6 * Math.sqrt((double) bin.count() / items)));
    }
    for (int tick = 0; tick <= 10; tick += 2) {
      double share = tick / 10.0;
      svg.append(text("middle", x(share), y(0) + 18, format("%.1f", share)));
      svg.append(text("end", x(0) - 8, y(share) + 4, format("%.1f", share)));
    }
    svg.append(text("middle", x(0.5), y(0) + 38, "confidence"));
    svg.append(
        format(
            "<text text-anchor=\"middle\" transform=\"translate(14 %.1f) rotate(-90)\">"
                + "accuracy</text>\n",
            y(0.5)));
    return svg.append("</svg>\n").toString();
  }

  private static String line(String style, double x1, double y1, double x2, double y2) {
    return format(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
        style, x(x1), y(y1), x(x2), y(y2));
  }

  private static String text(String anchor, double x, double y, String text) {
    return format("<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", anchor, x, y, text);
  }

  private static double x(double share) {
    return LEFT + share * SIZE;
  }

  private static double y(double share) {
    return TOP + (1 - share) * SIZE;
  }
}
