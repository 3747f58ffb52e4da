package io.auricle.dsp.resample;

/**
 * A low-pass filter as a continuous function of time: a sinc under a Kaiser window (J. F. Kaiser,
 * "Nonrecursive digital filter design using the I0-sinh window function", 1974). Time is counted in
 * periods of some rate, frequency in cycles of it, so 0.5 is its Nyquist frequency.
 */
final class KaiserSinc {
  private final double cutoff;
  private final double beta;
  private final double halfLength;
  private final double windowScale;

  /**
   * @param cutoff where the gain is a half, relative to the Nyquist frequency
   * @param beta the window's shape: the greater, the deeper the stop band and the wider the
   *     transition
   * @param halfLength where the window ends, in periods
   */
  KaiserSinc(double cutoff, double beta, double halfLength) {
    this.cutoff = cutoff;
    this.beta = beta;
    this.halfLength = halfLength;
    this.windowScale = 1 / bessel(beta);
  }

  /** The shape for a stop band so many decibels down, above 50. */
  static double betaOf(double stopBandDb) {
    return 0.1102 * (stopBandDb - 8.7);
  }

  /** The half length for a stop band so many decibels down and a transition of so many cycles. */
  static double halfLengthOf(double stopBandDb, double transition) {
    return (stopBandDb - 7.95) / (2 * 2.285 * 2 * Math.PI * transition);
  }

  double halfLength() {
    return halfLength;
  }

  /** The impulse response, with a gain of 1 at 0 Hz. */
  double at(double time) {
    double edge = 1 - (time / halfLength) * (time / halfLength);
    if (edge < 0) {
      return 0;
    }
    double x = Math.PI * time;
    double sinc = Math.abs(x) < 1e-12 ? cutoff : Math.sin(cutoff * x) / x;
    return sinc * bessel(beta * Math.sqrt(edge)) * windowScale;
  }

  /**
   * The impulse response at 0, {@code step}, 2 {@code step} and so on, to the end of the window.
   */
  double[] taps(double step) {
    double[] taps = new double[(int) Math.floor(halfLength / step) + 1];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = at(i * step);
    }
    return taps;
  }

  /**
   * The gain of a symmetric filter.
   *
   * @param taps its taps from the middle on, {@code step} periods apart
   * @param cycles the frequency
   */
  static double gain(double[] taps, double step, double cycles) {
    // Clenshaw's sum of cosines.
    double twice = 2 * Math.cos(2 * Math.PI * cycles * step);
    double b1 = 0;
    double b2 = 0;
    for (int i = taps.length - 1; i > 0; i--) {
      double b0 = taps[i] + twice * b1 - b2;
      b2 = b1;
      b1 = b0;
    }
    return step * (taps[0] + twice * b1 - 2 * b2);
  }

  /** The modified Bessel function of order 0. */
  private static double bessel(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 1;
    for (int n = 1; term > sum * 1e-12; n++) {
      term *= quarter / ((double) n * n);
      sum += term;
    }
    return sum;
  }
}
