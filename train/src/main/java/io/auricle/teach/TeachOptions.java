package io.auricle.teach;

/**
 * How labels are learned.
 *
 * @param certainty share of the answers that should be right where the model says that it is sure,
 *     in (0, 1]
 * @param familiar share of the segments of music with these labels, but of other artists, that must
 *     count as like what was learned from, in (0, 1]
 * @param cost of the logistic regression, above 0
 * @param seed of the folds
 */
public record TeachOptions(double certainty, double familiar, double cost, long seed) {
  /** Chosen on docs/results/teach.md. */
  public static final TeachOptions USUAL = new TeachOptions(0.75, 0.9, 0.003, 1);

  /** Of fewer tracks nothing can be said. */
  public static final int FEWEST = 5;

  public TeachOptions {
    requireShare("certainty", certainty);
    requireShare("familiar", familiar);
    if (!(cost > 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException("cost=" + cost + " must be above 0");
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + "=" + value + " must be in (0, 1]");
    }
  }
}
