package io.auricle.dsp;

import java.util.Arrays;

/**
 * Spectra of some frames, turned: a row for each bin with that bin's values of all frames side by
 * side. What is computed alike for every frame then goes along rows, in loops that HotSpot turns
 * into vector instructions by itself. Not thread-safe.
 */
public final class BinRows {
  /** Most frames: long enough for vector loops, short enough for all rows to stay in the cache. */
  public static final int LANES = 144;

  /** Any vector's length is a part of this. */
  private static final int VECTOR = 16;

  private final float[][] rows;
  private int count;

  /**
   * Room for {@link #LANES} frames.
   *
   * @param bins of a frame, at least 1
   */
  public BinRows(int bins) {
    this.rows = new float[bins][LANES];
  }

  /**
   * Takes the next frames.
   *
   * @param values {@code [frames][bins]}
   * @param from index of the first value
   * @param frames number of frames, in [1, LANES]
   */
  public void load(float[] values, int from, int frames) {
    count = frames;
    int bin = 0;
    for (; bin + 7 < rows.length; bin += 8) {
      loadEight(values, from + bin, bin);
    }
    for (; bin < rows.length; bin++) {
      for (int frame = 0; frame < frames; frame++) {
        rows[bin][frame] = values[from + frame * rows.length + bin];
      }
    }
    if (frames < lanes()) {
      for (float[] row : rows) {
        Arrays.fill(row, frames, lanes(), 0);
      }
    }
  }

  /** Eight bins at a time: they are half of what the cache loads at once. */
  private void loadEight(float[] values, int from, int bin) {
    float[] r0 = rows[bin];
    float[] r1 = rows[bin + 1];
    float[] r2 = rows[bin + 2];
    float[] r3 = rows[bin + 3];
    float[] r4 = rows[bin + 4];
    float[] r5 = rows[bin + 5];
    float[] r6 = rows[bin + 6];
    float[] r7 = rows[bin + 7];
    for (int frame = 0; frame < count; frame++) {
      int at = from + frame * rows.length;
      r0[frame] = values[at];
      r1[frame] = values[at + 1];
      r2[frame] = values[at + 2];
      r3[frame] = values[at + 3];
      r4[frame] = values[at + 4];
      r5[frame] = values[at + 5];
      r6[frame] = values[at + 6];
      r7[frame] = values[at + 7];
    }
  }

  /** Number of bins. */
  public int bins() {
    return rows.length;
  }

  /** Values of a row that count: the frames held, rounded up to whole vectors. */
  public int lanes() {
    return (count + VECTOR - 1) / VECTOR * VECTOR;
  }

  /** Number of frames held. */
  public int frames() {
    return count;
  }

  /** A bin's values, 0 from {@link #frames} to {@link #lanes}; not to be written to. */
  public float[] row(int bin) {
    return rows[bin];
  }
}
