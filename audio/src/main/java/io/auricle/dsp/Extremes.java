package io.auricle.dsp;

import java.util.Arrays;

/**
 * The means of the highest and of the lowest magnitudes among the powers of a band. Groups of rows
 * are sorted by a network and merged with what was highest and lowest before. Not thread-safe.
 */
public final class Extremes {
  private final int from;
  private final int to;
  private final int kept;

  /** Rows of a group: the power of two that holds the kept ones. */
  private final int group;

  /** Sorted, the lowest first. */
  private final float[][] low;

  private final float[][] high;

  /** {@code [level][group]}: a group in sorted blocks of {@code 2^level} rows. */
  private final float[][][] blocks;

  private int lanes;
  private final float[] lowest = new float[BinRows.LANES];
  private final float[] highest = new float[BinRows.LANES];

  /**
   * The extremes of the bins {@code [from, to)}.
   *
   * @param kept how many are highest and how many lowest, in {@code [1, to - from]}
   */
  public Extremes(int from, int to, int kept) {
    this.from = from;
    this.to = to;
    this.kept = kept;
    this.group = kept == 1 ? 1 : Integer.highestOneBit(kept - 1) << 1;
    this.low = new float[group][BinRows.LANES];
    this.high = new float[group][BinRows.LANES];
    this.blocks = new float[1 + Integer.numberOfTrailingZeros(group)][group][BinRows.LANES];
  }

  /** Measures the frames held. */
  public void measure(BinRows powers) {
    lanes = powers.lanes();
    for (int i = 0; i < group; i++) {
      Arrays.fill(low[i], 0, lanes, Float.POSITIVE_INFINITY);
      Arrays.fill(high[i], 0, lanes, Float.NEGATIVE_INFINITY);
    }
    for (int bin = from; bin < to; bin += group) {
      int count = Math.min(group, to - bin);
      float[][] sorted = sort(powers, bin, count);
      for (int i = 0; i < count; i++) {
        keepLower(low[group - 1 - i], sorted[i], lanes);
        keepHigher(high[i], sorted[count - 1 - i], lanes);
      }
      SortingRows.sortBitonic(low, group, lanes);
      SortingRows.sortBitonic(high, group, lanes);
    }
    mean(low, 0, lowest);
    mean(high, group - kept, highest);
  }

  /** Sorts {@code count} rows, which in the last group are followed by infinite ones. */
  private float[][] sort(BinRows powers, int bin, int count) {
    for (int i = 0; i < group; i++) {
      if (i < count) {
        System.arraycopy(powers.row(bin + i), 0, blocks[0][i], 0, lanes);
      } else {
        Arrays.fill(blocks[0][i], 0, lanes, Float.POSITIVE_INFINITY);
      }
    }
    for (int level = 1; level < blocks.length; level++) {
      int half = 1 << (level - 1);
      for (int i = 0; i < group; i += 2 * half) {
        SortingRows.merge(blocks[level - 1], i, blocks[level], i, half, lanes);
      }
    }
    return blocks[blocks.length - 1];
  }

  /** The mean of the highest magnitudes of each frame, the first at index 0; not to be changed. */
  public float[] highest() {
    return highest;
  }

  /** The mean of the lowest magnitudes of each frame, the first at index 0; not to be changed. */
  public float[] lowest() {
    return lowest;
  }

  private void mean(float[][] rows, int first, float[] mean) {
    Arrays.fill(mean, 0);
    for (int i = first; i < first + kept; i++) {
      addRoots(rows[i], mean, lanes);
    }
    for (int l = 0; l < lanes; l++) {
      mean[l] /= kept;
    }
  }

  private static void addRoots(float[] row, float[] sums, int lanes) {
    for (int l = 0; l < lanes; l++) {
      sums[l] += (float) Math.sqrt(row[l]);
    }
  }

  private static void keepLower(float[] kept, float[] row, int lanes) {
    for (int l = 0; l < lanes; l++) {
      kept[l] = Math.min(kept[l], row[l]);
    }
  }

  private static void keepHigher(float[] kept, float[] row, int lanes) {
    for (int l = 0; l < lanes; l++) {
      kept[l] = Math.max(kept[l], row[l]);
    }
  }
}
