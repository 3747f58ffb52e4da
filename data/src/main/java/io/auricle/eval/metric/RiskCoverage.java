package io.auricle.eval.metric;

import java.util.List;
import java.util.Optional;

/**
 * What a model gains by saying "not sure": if items below a confidence are left without an answer,
 * how many keep one (coverage), and how wrong these are (risk). The confidence of an item with one
 * label is its highest score, its loss whether that is wrong. The confidence of an item with tags
 * is the mean over tags of the way of the score from the threshold, as a share of the whole way to
 * 0 or 1; its loss the share of tags that are wrong. After El-Yaniv and Wiener, On the foundations
 * of noise-free selective classification (JMLR 11, 2010), and Geifman and El-Yaniv, Selective
 * classification for deep neural networks (arXiv:1705.08500).
 *
 * @param points from the highest confidence to the lowest; the last has coverage 1
 * @param area mean over items of the risk among those that are at least as confident: 0 is best
 */
public record RiskCoverage(List<Point> points, double area) {
  public RiskCoverage {
    points = List.copyOf(points);
  }

  /**
   * A place on the curve.
   *
   * @param confidence from which on items are answered
   * @param coverage share of items that are answered, in (0, 1]
   * @param risk mean loss of these
   */
  public record Point(double confidence, double coverage, double risk) {}

  /** The highest coverage whose risk is at most this; empty if there is none. */
  public Optional<Point> within(double risk) {
    Point best = null;
    for (Point point : points) {
      if (point.risk() <= risk) {
        best = point;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The place at which at least this share is answered, in (0, 1]. */
  public Point at(double coverage) {
    return points.stream()
        .filter(point -> point.coverage() >= coverage - 1e-12)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("coverage=" + coverage + " must be in (0, 1]"));
  }
}
