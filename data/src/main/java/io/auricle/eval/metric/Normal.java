package io.auricle.eval.metric;

/** The tail of the normal distribution. */
final class Normal {
  private static final double SERIES_UP_TO = 3;
  private static final int TERMS = 200;

  private Normal() {}

  /**
   * The chance of a value above {@code x} of the standard normal distribution, to a relative error
   * of about 1e-13: the series of Abramowitz and Stegun 26.2.11 near 0, the continued fraction
   * 26.2.14 beyond.
   *
   * @param x not negative
   */
  static double above(double x) {
    double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    if (x < SERIES_UP_TO) {
      double term = x;
      double sum = x;
      for (int i = 1; i < TERMS; i++) {
        term *= x * x / (2 * i + 1);
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = x;
    for (int i = TERMS; i > 0; i--) {
      fraction = x + i / fraction;
    }
    return density / fraction;
  }
}
