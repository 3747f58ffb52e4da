package io.auricle.dsp;

/**
 * The interpolation filter between two sample rates: a sinc under a Kaiser window, one row of
 * coefficients for each position of an output sample between two input samples.
 *
 * <p>With the lower of the two Nyquist frequencies as 1, the pass band reaches to 0.9 and the stop
 * band starts at 1; ripple and stop band are those of a Kaiser window for 100 dB (J. F. Kaiser,
 * "Nonrecursive digital filter design using the I0-sinh window function", 1974). Immutable: one
 * filter serves any number of {@link Resampler}s in any number of threads.
 */
public final class ResamplerFilter {
  /** How far apart two rates may be. */
  public static final int MAX_FACTOR = 1024;

  private static final double STOP_BAND_DB = 100;
  private static final double PASS_BAND_EDGE = 0.9;
  private static final double CUTOFF = (1 + PASS_BAND_EDGE) / 2;

  /** Beyond this many exact rows or steps, rows are interpolated instead. */
  private static final int MAX_EXACT_PHASES = 8192;

  /** Keeps the error of linear interpolation between rows below the stop band. */
  private static final int INTERPOLATED_PHASES = 1024;

  private final int inputRateHz;
  private final int outputRateHz;
  private final int up;
  private final int down;
  private final int taps;
  private final boolean exact;
  private final int phases;
  private final float[] table;

  private ResamplerFilter(int inputRateHz, int outputRateHz) {
    this.inputRateHz = inputRateHz;
    this.outputRateHz = outputRateHz;
    int divisor = gcd(inputRateHz, outputRateHz);
    this.up = outputRateHz / divisor;
    this.down = inputRateHz / divisor;
    double ratio = Math.min(1, (double) up / down);
    double transition = (1 - PASS_BAND_EDGE) * Math.PI * ratio;
    double length = (STOP_BAND_DB - 7.95) / (2.285 * transition);
    this.taps = 8 * (int) Math.ceil(length / 8);
    this.exact = Math.max(up, down) <= MAX_EXACT_PHASES;
    this.phases = exact ? up : (int) Math.max(32, Math.ceil(INTERPOLATED_PHASES * ratio));
    this.table = table(CUTOFF * ratio);
  }

  /**
   * The filter from one rate to another, both in Hz.
   *
   * @throws IllegalArgumentException if a rate is not positive or one is over 1024 times the other
   */
  public static ResamplerFilter of(int inputRateHz, int outputRateHz) {
    if (inputRateHz < 1 || outputRateHz < 1) {
      throw new IllegalArgumentException(
          "inputRateHz=" + inputRateHz + ", outputRateHz=" + outputRateHz + " must be positive");
    }
    long higher = Math.max(inputRateHz, outputRateHz);
    if (higher / Math.min(inputRateHz, outputRateHz) > MAX_FACTOR) {
      throw new IllegalArgumentException(
          "inputRateHz="
              + inputRateHz
              + ", outputRateHz="
              + outputRateHz
              + " must be within a factor of 1024");
    }
    return new ResamplerFilter(inputRateHz, outputRateHz);
  }

  /** A resampler at the start of a signal. */
  public Resampler newResampler() {
    return new Resampler(this);
  }

  public int inputRateHz() {
    return inputRateHz;
  }

  public int outputRateHz() {
    return outputRateHz;
  }

  /** Output steps of a period of the rate pair. */
  int up() {
    return up;
  }

  /** Input steps of a period of the rate pair. */
  int down() {
    return down;
  }

  /** Coefficients a row, a multiple of 8. */
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

  private float[] table(double cutoff) {
    int rows = exact ? phases : phases + 1;
    float[] result = new float[rows * taps];
    double[] row = new double[taps];
    double beta = 0.1102 * (STOP_BAND_DB - 8.7);
    double half = taps / 2.0;
    double stepCos = Math.cos(Math.PI * cutoff);
    double stepSin = Math.sin(Math.PI * cutoff);
    for (int p = 0; p < rows; p++) {
      double sum = 0;
      double start = half - 1 + (double) p / phases;
      // The sine of equal steps by rotation: a table of sines costs more than all the rest.
      double sin = Math.sin(Math.PI * cutoff * start);
      double cos = Math.cos(Math.PI * cutoff * start);
      for (int k = 0; k < taps; k++) {
        double t = start - k;
        double sinc = Math.abs(t) < 1e-9 ? cutoff : sin / (Math.PI * t);
        double edge = 1 - (t / half) * (t / half);
        row[k] = sinc * (edge <= 0 ? (edge < 0 ? 0 : 1) : bessel(beta * Math.sqrt(edge)));
        sum += row[k];
        double rotated = sin * stepCos - cos * stepSin;
        cos = cos * stepCos + sin * stepSin;
        sin = rotated;
      }
      // A constant stays what it is at every position.
      for (int k = 0; k < taps; k++) {
        result[p * taps + k] = (float) (row[k] / sum);
      }
    }
    return result;
  }

  /** The modified Bessel function of order 0. */
  private static double bessel(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 1;
    for (int n = 1; term > sum * 1e-10; n++) {
      term *= quarter / ((double) n * n);
      sum += term;
    }
    return sum;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public String toString() {
    return "ResamplerFilter["
        + inputRateHz
        + " -> "
        + outputRateHz
        + " Hz, phases="
        + phases
        + ", taps="
        + taps
        + "]";
  }
}
