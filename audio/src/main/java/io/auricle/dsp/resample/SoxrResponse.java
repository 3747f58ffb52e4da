package io.auricle.dsp.resample;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The frequency response of librosa's resampling ({@code soxr_hq}), as measured with impulses at
 * every position between two output samples, for 40 pairs of rates (soxr 1.1.0 of Python, librosa
 * 0.11; tools/golden/soxr_response.py measures again). Frequency is in cycles of the lower rate.
 *
 * <p>A steep low-pass filter, down to a half at 0.957 of the lower Nyquist frequency, is found with
 * all rates. Unless the ratio is as simple as 2 or 3/4 there is a flat one as well, which
 * suppresses images and takes away up to 0.08 % below 0.9 of that frequency. Both are sincs under
 * Kaiser windows, and the measured impulse responses are those of these formulas within 1e-7. The
 * windows are a little longer the more steps soxr takes.
 */
final class SoxrResponse {
  private static final double CUTOFF = 0.95687183;

  /** The shape of the steep filter's window where one step does all, and what more steps add. */
  private static final double BETA = 13.04;

  private static final double BETA_PER_DB = 0.11155;

  private static final double FLAT_BETA = 14.077;

  /** Finer than any rate at which the filters work. */
  private static final double STEEP_STEP = 0.5;

  private static final double FLAT_STEP = 1.0 / 16;

  private final KaiserSinc steep;
  private final Optional<KaiserSinc> flat;
  private final double[] steepTaps;
  private final double[] flatTaps;

  /** Samples in a period of the lower rate at which the steep filter works. */
  private final double density;

  private final Order order;

  /** What soxr does first; it lets each step begin at the first sample. */
  enum Order {
    ONE_STEP,
    STEEP_FIRST,
    FLAT_FIRST,
    HALVINGS_FIRST
  }

  private SoxrResponse(KaiserSinc steep, Optional<KaiserSinc> flat, double density, Order order) {
    this.steep = steep;
    this.flat = flat;
    this.steepTaps = steep.taps(STEEP_STEP);
    this.flatTaps = flat.map(filter -> filter.taps(FLAT_STEP)).orElse(new double[0]);
    this.density = density;
    this.order = order;
  }

  /** The response from one rate to another one. */
  static SoxrResponse of(int outputRateHz, int inputRateHz) {
    int divisor = BigInteger.valueOf(outputRateHz).gcd(BigInteger.valueOf(inputRateHz)).intValue();
    int up = outputRateHz / divisor;
    int down = inputRateHz / divisor;
    int halvings = 0;
    for (int half = down / up / 2; half > 1; half /= 2) {
      halvings++;
    }
    if (oneFilter(up, down)) {
      int steps = down > up ? 1 + halvings : up > 5 ? 2 : 1;
      double density = density(up, down);
      Order order = steps > 1 ? Order.HALVINGS_FIRST : Order.ONE_STEP;
      return new SoxrResponse(steep(steps, density), Optional.empty(), density, order);
    }
    double rest = (double) down / up / (1 << halvings);
    boolean flatFirst = rest > 1.5 && rest < 2;
    double density = rest < 1 || flatFirst ? 2 : rest < 1.5 ? 2 * rest : rest;
    KaiserSinc flat = flatFirst ? flatBefore(rest) : flatAfter(density, rest < 1);
    Order order =
        halvings > 0 ? Order.HALVINGS_FIRST : flatFirst ? Order.FLAT_FIRST : Order.STEEP_FIRST;
    return new SoxrResponse(steep(2 + 2 * halvings, density), Optional.of(flat), density, order);
  }

  Order order() {
    return order;
  }

  KaiserSinc steep() {
    return steep;
  }

  Optional<KaiserSinc> flat() {
    return flat;
  }

  double density() {
    return density;
  }

  /** The gain at a frequency in cycles of the lower rate. */
  double gain(double cycles) {
    double gain = KaiserSinc.gain(steepTaps, STEEP_STEP, cycles);
    return flatTaps.length == 0 ? gain : gain * KaiserSinc.gain(flatTaps, FLAT_STEP, cycles);
  }

  /**
   * @param steps steps that soxr takes: the errors of all must stay below its 20 bits
   * @param density samples in a period of the lower rate, of which the window has a whole number
   */
  private static KaiserSinc steep(int steps, double density) {
    double beta = BETA + BETA_PER_DB * 20 * Math.log10(steps);
    double length = 14.76 * beta + 0.02;
    double taps = 4 * Math.ceil(length * density / 4) + 1;
    return new KaiserSinc(CUTOFF, beta, taps / 2 / density);
  }

  private static KaiserSinc flatBefore(double ratio) {
    double length = Math.ceil(7.5 * ratio);
    return new KaiserSinc(1.80665, FLAT_BETA, length / 2 / ratio);
  }

  private static KaiserSinc flatAfter(double density, boolean raising) {
    double share = 1 / density;
    double length = Math.ceil(8.96 / (1.14396 - 1.0794 * share));
    double taps = Math.max(12, raising ? length : 2 * Math.ceil(length / 2));
    return new KaiserSinc(
        density * (0.85604 + 0.10531 * share), FLAT_BETA, (taps + 0.0125) / 2 * share);
  }

  private static boolean oneFilter(int up, int down) {
    if (up == 1 && down > 1) {
      return withoutTwos(down) == 1 || withoutTwos(down) == 3;
    }
    if (down == 1) {
      return up == 5 || withoutTwos(up) == 1 || withoutTwos(up) == 3;
    }
    return Math.max(up, down) <= 4;
  }

  private static double density(int up, int down) {
    int longer = Math.max(up, down);
    if (Math.min(up, down) > 1 || longer < 6) {
      return down == 4 && up == 1 ? 2 : longer;
    }
    return withoutTwos(longer) == 3 ? 3 : 2;
  }

  private static int withoutTwos(int number) {
    return number >> Integer.numberOfTrailingZeros(number);
  }
}
