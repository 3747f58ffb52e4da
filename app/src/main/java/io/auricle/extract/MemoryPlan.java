package io.auricle.extract;

import io.auricle.work.OrderedWork;

/**
 * What the files in work may take of the heap. What comes out does not depend on it, but for pieces
 * that are too long to be held.
 *
 * @param heapBytes of the program
 * @param threads files analysed at once
 */
public record MemoryPlan(long heapBytes, int threads) {
  /** Of no sound is more held: an hour at 22,050 Hz. */
  private static final long MOST_SAMPLES = 3600L * 22_050;

  /** What the analysis of a piece takes for a sample, measured on the hungriest set. */
  private static final int BYTES_A_SAMPLE = 40;

  private static final long LARGEST_SPILL_BYTES = 1 << 20;

  public MemoryPlan {
    if (heapBytes < 1) {
      throw new IllegalArgumentException("heapBytes=" + heapBytes + " must be at least 1");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads=" + threads + " must be at least 1");
    }
  }

  /** The plan for this program's heap. */
  public static MemoryPlan of(int threads) {
    return new MemoryPlan(Runtime.getRuntime().maxMemory(), threads);
  }

  /** Most samples of a piece that need not wait for others. */
  int sharedSamples() {
    return (int) Math.min(MOST_SAMPLES, heapBytes / 4 / threads / BYTES_A_SAMPLE);
  }

  /** Most samples that are kept between two looks at a sound, in place of decoding it again. */
  int keptSamples() {
    return (int) Math.min(MOST_SAMPLES, heapBytes / 8 / threads / Float.BYTES);
  }

  /** Most values of a file whose results wait in memory, also if all that wait are as large. */
  int waitingValues() {
    long all = heapBytes / 4 / Float.BYTES / (threads * (OrderedWork.AHEAD_A_THREAD + 1L));
    return (int) Math.min(Integer.MAX_VALUE / 4, all);
  }

  /** Most bytes of a file's results that wait in memory for their turn. */
  int spillBytes() {
    return (int)
        Math.min(LARGEST_SPILL_BYTES, heapBytes / 8 / threads / OrderedWork.AHEAD_A_THREAD);
  }
}
