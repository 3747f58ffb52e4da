package io.auricle.feature.pitch;

import java.util.Arrays;
import java.util.List;

/**
 * What is compared with a profile of the twelve pitch classes: the same template on each of the
 * twelve classes as its root. All are centred and of length 1, so a product of two is Pearson's
 * correlation.
 */
enum PitchTemplates {
  /** Krumhansl and Kessler's profile of major keys (1982, doi:10.1037/0033-295X.89.4.334). */
  MAJOR_KEYS(6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
  /** Their profile of minor keys. */
  MINOR_KEYS(6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17),
  MAJOR_TRIADS(1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0),
  MINOR_TRIADS(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0);

  static final int CLASSES = 12;

  /** Keeps the profile of silence, which is even, at 0. */
  private static final double TINY = 1e-9;

  @SuppressWarnings("ImmutableEnumChecker") // the list is a copy that cannot be changed
  private final List<Double> onFirst;

  PitchTemplates(double... onFirst) {
    this.onFirst = Arrays.stream(standardised(onFirst)).boxed().toList();
  }

  /**
   * The root on which the template fits best, and how well.
   *
   * @param root pitch class, C is 0
   * @param correlation in [-1, 1]
   */
  record Fit(int root, double correlation) {}

  /**
   * The best fit; the lowest root of several.
   *
   * @param profile standardised
   */
  Fit best(double[] profile) {
    Fit best = new Fit(0, Double.NEGATIVE_INFINITY);
    for (int root = 0; root < CLASSES; root++) {
      double correlation = 0;
      for (int c = 0; c < CLASSES; c++) {
        correlation += onFirst.get(c) * profile[(c + root) % CLASSES];
      }
      if (correlation > best.correlation()) {
        best = new Fit(root, correlation);
      }
    }
    return best;
  }

  /** The profile less its mean, of length 1; of an even one, zeros. */
  static double[] standardised(double[] profile) {
    double mean = 0;
    for (double value : profile) {
      mean += value / profile.length;
    }
    double squares = 0;
    for (double value : profile) {
      squares += (value - mean) * (value - mean);
    }
    double[] standardised = new double[profile.length];
    for (int c = 0; c < profile.length; c++) {
      standardised[c] = (profile[c] - mean) / (Math.sqrt(squares) + TINY);
    }
    return standardised;
  }
}
