package io.auricle.dsp;

import io.auricle.dsp.MedianFilter.Lines;

/**
 * Running medians of a width {@code 2^k - 1} by comparing whole rows, a lane a line of the matrix,
 * with the work that neighbouring windows share done once: about 22 comparisons of two numbers for
 * a median of 31, in loops that HotSpot turns into vector instructions by itself.
 *
 * <p>The windows of {@code (width + 1) / 2} outputs have as many values in common. These are
 * sorted; then the outputs are halved again and again, and each half adds the values that only its
 * windows have in common, of which sorted blocks exist. Of the sorted values of {@code m} outputs
 * only the {@code m} in the middle can still be the median of one of them. They are found without
 * sorting all: with {@code K} the {@code 2m} that were kept before and {@code E} the {@code m}
 * added ones, both sorted, the middle third of all is {@code median(K[i], E[m - 1 - i], K[i + m])}
 * for {@code i < m}, as a bitonic sequence. (The idea of hierarchical tilings: A. Adams, Fast
 * median filters using separable sorting networks, 2021, doi:10.1145/3450626.3459773.)
 */
final class MedianNetwork {
  private static final int LANES = 160;

  /** Outputs of a group. */
  private final int group;

  /**
   * {@code [level][3 group]} rows: level {@code l} has the inputs in sorted blocks of {@code 2^l}.
   * Row {@code r} is the input {@code r - group} after the group's first output.
   */
  private final float[][][] blocks;

  /** {@code [level][2^level]} rows, the kept values of {@code 2^level} outputs. */
  private final float[][][] kept;

  MedianNetwork(int width) {
    this.group = (width + 1) / 2;
    int levels = Integer.numberOfTrailingZeros(group);
    this.blocks = new float[levels][3 * group][LANES];
    this.kept = new float[levels + 1][][];
    for (int level = 0; level <= levels; level++) {
      kept[level] = new float[1 << level][LANES];
    }
  }

  static boolean fits(int width) {
    return width >= 3 && width <= 127 && Integer.bitCount(width + 1) == 1;
  }

  /** Only the medians {@code [from, to)} of each line, the first of them written at the start. */
  void filter(float[] matrix, Lines lines, int from, int to, float[] out) {
    for (int line = 0; line < lines.count(); line += LANES) {
      int count = Math.min(LANES, lines.count() - line);
      int start = line * lines.lineStride();
      load(matrix, lines, start, count, from - group, 0);
      load(matrix, lines, start, count, from, group);
      for (int i = from; i < to; i += group) {
        load(matrix, lines, start, count, i + group, 2 * group);
        filterGroup(count);
        store(out, lines, start + (i - from) * lines.stride(), count, Math.min(group, to - i));
        shift();
      }
    }
  }

  /** Loads {@code group} inputs from {@code index} on and sorts them in blocks. */
  private void load(float[] matrix, Lines lines, int start, int count, int index, int row) {
    float[][] rows = blocks[0];
    for (int r = 0; r < group; r++) {
      copy(matrix, start + lines.offset(index + r), lines.lineStride(), rows[row + r], count);
    }
    for (int level = 1; level < blocks.length; level++) {
      for (int r = row; r < row + group; r += 1 << level) {
        SortingRows.merge(blocks[level - 1], r, blocks[level], r, 1 << (level - 1), count);
      }
    }
  }

  private void filterGroup(int count) {
    int level = blocks.length - 1;
    SortingRows.merge(blocks[level], group, kept[level + 1], 0, group / 2, count);
    split(level + 1, 0, count);
  }

  /**
   * Goes from the kept values of {@code 2^level} outputs to those of each half, down to the medians
   * themselves, which take the place of the group's first inputs.
   */
  private void split(int level, int output, int count) {
    if (level == 0) {
      float[] median = kept[0][0];
      kept[0][0] = blocks[0][output];
      blocks[0][output] = median;
      return;
    }
    int half = 1 << (level - 1);
    narrow(level, output + half, count);
    split(level - 1, output, count);
    narrow(level, output + 2 * group, count);
    split(level - 1, output + half, count);
  }

  /** The kept values of half the outputs, given the block of inputs that these add. */
  private void narrow(int level, int block, int count) {
    int half = 1 << (level - 1);
    float[][] from = kept[level];
    float[][] to = kept[level - 1];
    for (int i = 0; i < half; i++) {
      float[] added = blocks[level - 1][block + half - 1 - i];
      clamp(from[i], from[i + half], added, to[i], count);
    }
    SortingRows.sortBitonic(to, half, count);
  }

  private void store(float[] out, Lines lines, int start, int count, int outputs) {
    for (int r = 0; r < outputs; r++) {
      float[] row = blocks[0][r];
      int at = start + r * lines.stride();
      for (int l = 0; l < count; l++) {
        out[at + l * lines.lineStride()] = row[l];
      }
    }
  }

  /** The later inputs become the earlier ones of the next group. */
  private void shift() {
    for (float[][] rows : blocks) {
      for (int r = 0; r < group; r++) {
        float[] free = rows[r];
        rows[r] = rows[r + group];
        rows[r + group] = rows[r + 2 * group];
        rows[r + 2 * group] = free;
      }
    }
  }

  private static void copy(float[] matrix, int at, int step, float[] row, int count) {
    if (step == 1) {
      System.arraycopy(matrix, at, row, 0, count);
    } else {
      for (int l = 0; l < count; l++) {
        row[l] = matrix[at + l * step];
      }
    }
  }

  private static void clamp(float[] low, float[] high, float[] x, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.max(low[i], Math.min(high[i], x[i]));
    }
  }
}
