package io.auricle.feature;

import java.util.Arrays;

/**
 * The means of the highest and of the lowest magnitudes among the powers of a band. Used by one
 * call.
 */
final class Extremes {
  private final int bins;

  /** Sorted, the lowest first. */
  private final float[] low;

  private final float[] high;

  /** Means of the band measured last. */
  float lowest;

  float highest;

  /**
   * Room for a band.
   *
   * @param bins of the band
   * @param kept how many are highest and how many lowest, in [1, bins]
   */
  Extremes(int bins, int kept) {
    this.bins = bins;
    this.low = new float[kept];
    this.high = new float[kept];
  }

  /** Measures the band whose powers begin at {@code from}. */
  void measure(float[] powers, int from) {
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    float lowBar = Float.POSITIVE_INFINITY;
    float highBar = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + bins; i++) {
      float value = powers[i];
      if (value < lowBar) {
        lowBar = insertLow(value);
      }
      if (value > highBar) {
        highBar = insertHigh(value);
      }
    }
    lowest = meanRoot(low);
    highest = meanRoot(high);
  }

  /** Drops the last, the highest of the lowest; returns what then is. */
  private float insertLow(float value) {
    int i = low.length - 1;
    for (; i > 0 && low[i - 1] > value; i--) {
      low[i] = low[i - 1];
    }
    low[i] = value;
    return low[low.length - 1];
  }

  /** Drops the first, the lowest of the highest; returns what then is. */
  private float insertHigh(float value) {
    int i = 0;
    for (; i + 1 < high.length && high[i + 1] < value; i++) {
      high[i] = high[i + 1];
    }
    high[i] = value;
    return high[0];
  }

  private static float meanRoot(float[] powers) {
    double sum = 0;
    for (float power : powers) {
      sum += Math.sqrt(power);
    }
    return (float) (sum / powers.length);
  }
}
