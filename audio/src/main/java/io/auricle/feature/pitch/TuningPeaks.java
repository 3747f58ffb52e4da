package io.auricle.feature.pitch;

import io.auricle.dsp.Selection;
import java.util.Arrays;

/**
 * The spectral peaks that a {@link Tuning} is estimated from. Up to {@value #MOST_KEPT} are kept
 * one by one. More, as of several hours, are counted by deviation and by height in steps of less
 * than 1 percent, so that the median height of the peaks is known to such a step.
 */
final class TuningPeaks {
  private static final int MOST_KEPT = 1 << 20;

  /** Histogram cells of 0.01 semitone. */
  private static final int CELLS = 100;

  /** Steps of a height: a float's exponent and the first 7 bits of its mantissa. */
  private static final int STEP_BITS = 16;

  private static final int STEPS = 1 << (Float.SIZE - 1 - STEP_BITS);

  private float[] heights = new float[1024];
  private byte[] cells = new byte[1024];
  private int kept;

  /** {@code [steps][cells]}, empty as long as the peaks are kept. */
  private int[] counts = {};

  void add(float hz, float height) {
    if (counts.length > 0) {
      counts[step(height) * CELLS + cell(hz)]++;
      return;
    }
    if (kept == heights.length) {
      if (kept == MOST_KEPT) {
        countKept();
        add(hz, height);
        return;
      }
      heights = Arrays.copyOf(heights, 2 * kept);
      cells = Arrays.copyOf(cells, 2 * kept);
    }
    cells[kept] = (byte) cell(hz);
    heights[kept++] = height;
  }

  private void countKept() {
    counts = new int[STEPS * CELLS];
    for (int i = 0; i < kept; i++) {
      counts[step(heights[i]) * CELLS + cells[i]]++;
    }
    heights = new float[0];
    cells = new byte[0];
  }

  /** The fullest cell of the louder half, in semitones; 0 without peaks. */
  double tuning() {
    if (kept == 0) {
      return 0;
    }
    long[] histogram = counts.length > 0 ? ofCounts() : ofKept();
    int fullest = 0;
    for (int cell = 1; cell < CELLS; cell++) {
      if (histogram[cell] > histogram[fullest]) {
        fullest = cell;
      }
    }
    return (double) fullest / CELLS - 0.5;
  }

  private long[] ofKept() {
    float[] ranked = Arrays.copyOf(heights, kept);
    float upper = Selection.smallest(ranked, kept, kept / 2);
    float lower = Selection.smallest(ranked, kept, (kept - 1) / 2);
    float median = (lower + upper) / 2;
    long[] histogram = new long[CELLS];
    for (int i = 0; i < kept; i++) {
      if (heights[i] >= median) {
        histogram[cells[i]]++;
      }
    }
    return histogram;
  }

  private long[] ofCounts() {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    long[] histogram = new long[CELLS];
    long taken = 0;
    for (int step = STEPS - 1; step >= 0 && 2 * taken < total; step--) {
      for (int cell = 0; cell < CELLS; cell++) {
        histogram[cell] += counts[step * CELLS + cell];
        taken += counts[step * CELLS + cell];
      }
    }
    return histogram;
  }

  private static int step(float height) {
    return Float.floatToRawIntBits(Math.max(0, height)) >>> STEP_BITS;
  }

  private static int cell(float hz) {
    double semitones = 12 * Math.log(hz / 27.5) / Math.log(2);
    double residual = semitones - Math.floor(semitones + 0.5);
    return (int) Math.min(CELLS - 1, Math.max(0, Math.floor((residual + 0.5) * CELLS)));
  }
}
