package io.auricle.distill.sound;

/**
 * A filter of second order, by the formulas of R. Bristow-Johnson's Audio EQ Cookbook, which has
 * become a note of the W3C.
 */
record Biquad(double b0, double b1, double b2, double a1, double a2) {
  /** A boost or cut around a frequency. */
  static Biquad peak(double hz, double q, double gainDb, int rateHz) {
    double w = 2 * Math.PI * hz / rateHz;
    double alpha = Math.sin(w) / (2 * q);
    double a = Math.pow(10, gainDb / 40);
    return of(
        1 + alpha * a,
        -2 * Math.cos(w),
        1 - alpha * a,
        1 + alpha / a,
        -2 * Math.cos(w),
        1 - alpha / a);
  }

  /** What is above a frequency fades, by 12 dB an octave. */
  static Biquad lowPass(double hz, int rateHz) {
    double w = 2 * Math.PI * hz / rateHz;
    double alpha = Math.sin(w) / Math.sqrt(2);
    double c = 1 - Math.cos(w);
    return of(c / 2, c, c / 2, 1 + alpha, -2 * Math.cos(w), 1 - alpha);
  }

  /** What is below a frequency fades, by 12 dB an octave. */
  static Biquad highPass(double hz, int rateHz) {
    double w = 2 * Math.PI * hz / rateHz;
    double alpha = Math.sin(w) / Math.sqrt(2);
    double c = 1 + Math.cos(w);
    return of(c / 2, -c, c / 2, 1 + alpha, -2 * Math.cos(w), 1 - alpha);
  }

  private static Biquad of(double b0, double b1, double b2, double a0, double a1, double a2) {
    return new Biquad(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
  }

  /** Filters samples in place. */
  void apply(float[] samples) {
    double s1 = 0;
    double s2 = 0;
    for (int i = 0; i < samples.length; i++) {
      double x = samples[i];
      double y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      samples[i] = (float) y;
    }
  }
}
