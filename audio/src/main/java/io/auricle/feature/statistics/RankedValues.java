package io.auricle.feature.statistics;

import java.util.Arrays;

/**
 * The median of values that come in one by one. Up to {@value #MOST_KEPT} are kept. More, as of
 * half an hour, are counted in steps of less than 1 percent of themselves, within which they count
 * as evenly spread.
 */
final class RankedValues {
  private static final int MOST_KEPT = 1 << 16;

  /** Steps of a value: its sign, exponent and the first 7 bits of its mantissa. */
  private static final int STEP_BITS = 16;

  private boolean wanted;
  private float[] values = {};
  private int[] counts = {};
  private long count;

  void keep(boolean all) {
    wanted = all;
  }

  void add(float value) {
    if (!wanted) {
      return;
    }
    if (counts.length > 0) {
      counts[step(value)]++;
    } else if (count == MOST_KEPT) {
      counts = new int[1 << (Float.SIZE - STEP_BITS)];
      for (float kept : values) {
        counts[step(kept)]++;
      }
      values = new float[0];
      counts[step(value)]++;
    } else {
      if (count == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(MOST_KEPT, 1024 + 2 * count));
      }
      values[(int) count] = value;
    }
    count++;
  }

  /** The mean of the two middle values if their number is even. */
  double median() {
    long upper = count / 2;
    long lower = (count - 1) / 2;
    if (counts.length > 0) {
      return (ofRank(lower) + ofRank(upper)) / 2;
    }
    Arrays.sort(values, 0, (int) count);
    return ((double) values[(int) lower] + values[(int) upper]) / 2;
  }

  private double ofRank(long rank) {
    long below = 0;
    int step = 0;
    while (below + counts[step] <= rank) {
      below += counts[step++];
    }
    double share = (rank - below + 0.5) / counts[step];
    double low = value(step << STEP_BITS);
    double high = value((step << STEP_BITS) | ((1 << STEP_BITS) - 1));
    return low + share * (high - low);
  }

  /** Floats in their order, from 0 on: the bits of negative ones count downwards. */
  private static int step(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return (bits ^ (bits >> 31 | Integer.MIN_VALUE)) >>> STEP_BITS;
  }

  private static float value(int ordered) {
    return Float.intBitsToFloat(ordered < 0 ? ordered ^ Integer.MIN_VALUE : ~ordered);
  }
}
