package io.auricle.feature;

import java.util.Arrays;

/**
 * The means of the highest and of the lowest of some values.
 *
 * @param lowest mean of the lowest
 * @param highest mean of the highest
 */
record Extremes(float lowest, float highest) {
  /** More are found faster by sorting all. */
  private static final int MOST_INSERTED = 32;

  /** The means of the {@code kept} lowest and highest of {@code values[from, to)}. */
  static Extremes of(float[] values, int from, int to, int kept) {
    if (kept > MOST_INSERTED) {
      float[] sorted = Arrays.copyOfRange(values, from, to);
      Arrays.sort(sorted);
      int count = sorted.length;
      return new Extremes(mean(sorted, 0, kept), mean(sorted, count - kept, count));
    }
    float[] low = new float[kept];
    float[] high = new float[kept];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (int i = from; i < to; i++) {
      float value = values[i];
      if (value < low[kept - 1]) {
        insertLow(low, value);
      }
      if (value > high[0]) {
        insertHigh(high, value);
      }
    }
    return new Extremes(mean(low, 0, kept), mean(high, 0, kept));
  }

  /** Drops the last, the highest of the sorted lowest. */
  private static void insertLow(float[] low, float value) {
    int i = low.length - 1;
    for (; i > 0 && low[i - 1] > value; i--) {
      low[i] = low[i - 1];
    }
    low[i] = value;
  }

  /** Drops the first, the lowest of the sorted highest. */
  private static void insertHigh(float[] high, float value) {
    int i = 0;
    for (; i + 1 < high.length && high[i + 1] < value; i++) {
      high[i] = high[i + 1];
    }
    high[i] = value;
  }

  private static float mean(float[] sorted, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += sorted[i];
    }
    return (float) (sum / (to - from));
  }
}
