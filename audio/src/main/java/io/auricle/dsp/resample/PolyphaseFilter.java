package io.auricle.dsp.resample;

/**
 * A short interpolation filter for any pair of rates: one row of coefficients for each position of
 * an output sample between two input samples. Flat to half the lower rate, it leaves what lies
 * beyond to a steep filter, but for what would be mirrored into that band: the stop band begins at
 * one and a half times the lower rate.
 */
final class PolyphaseFilter {
  /** Below the noise of 32 bits of sound. */
  private static final double STOP_BAND_DB = 130;

  /** Beyond this many exact rows or steps, rows are interpolated instead. */
  private static final int MAX_EXACT_PHASES = 8192;

  /** Keeps the error of linear interpolation between rows below the stop band. */
  private static final int INTERPOLATED_PHASES = 4096;

  private final long up;
  private final long down;
  private final int taps;
  private final boolean exact;
  private final int phases;
  private final KaiserSinc kernel;
  private final float[] table;

  /**
   * @param to the output's rate
   * @param from the input's rate
   * @param density input samples in a period of the rate whose band is kept, at least 1
   */
  PolyphaseFilter(long to, long from, double density) {
    long divisor = gcd(to, from);
    this.up = to / divisor;
    this.down = from / divisor;
    this.kernel =
        new KaiserSinc(
            2, KaiserSinc.betaOf(STOP_BAND_DB), KaiserSinc.halfLengthOf(STOP_BAND_DB, 1));
    this.taps = 4 * (int) Math.ceil(2 * kernel.halfLength() * density / 4);
    this.exact = Math.max(up, down) <= MAX_EXACT_PHASES;
    this.phases = exact ? (int) up : (int) Math.max(32, Math.ceil(INTERPOLATED_PHASES / density));
    this.table = table(density);
  }

  /** Output steps of a period of the rate pair. */
  long up() {
    return up;
  }

  /** Input steps of a period of the rate pair. */
  long down() {
    return down;
  }

  /** Coefficients a row, a multiple of 4. */
  int taps() {
    return taps;
  }

  /** Whether each position has a row of its own; else rows are interpolated. */
  boolean exact() {
    return exact;
  }

  /** Rows in an input step; an interpolated table has one more, for position 1. */
  int phases() {
    return phases;
  }

  /** {@code [phases (+ 1)][taps]}; not to be changed. */
  float[] table() {
    return table;
  }

  /** The filter as a function of time in periods of the rate whose band is kept. */
  KaiserSinc kernel() {
    return kernel;
  }

  private float[] table(double density) {
    int rows = exact ? phases : phases + 1;
    float[] result = new float[rows * taps];
    for (int p = 0; p < rows; p++) {
      double start = taps / 2 - 1 + (double) p / phases;
      for (int k = 0; k < taps; k++) {
        result[p * taps + k] = (float) (kernel.at((start - k) / density) / density);
      }
    }
    return result;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
