package io.auricle.predict;

import java.util.Arrays;

/**
 * Leaves out the start and the end of a track whose length is not known before its end. Of a track
 * in which nothing of the length wanted would remain, the middle of that length is passed on, or
 * all of it if it is shorter still. Holds at most both edges and that length. Not thread-safe.
 */
final class TrackEdges {
  private static final int FIRST_CAPACITY = 1 << 16;

  private final int edge;
  private final int wanted;
  private final Receiver next;
  private float[] held = new float[FIRST_CAPACITY];
  private int filled;
  private boolean begun;

  /** What is left of a track. */
  interface Receiver {
    /** Told before the first samples how many were left out before them. */
    void begin(int leftOut);

    void take(float[] samples, int from, int length);
  }

  /**
   * @param edge samples left out at each end
   * @param wanted samples that shall remain if there are as many
   */
  TrackEdges(int edge, int wanted, Receiver next) {
    this.edge = edge;
    this.wanted = wanted;
    this.next = next;
  }

  void push(float[] samples, int length) {
    hold(samples, length);
    if (!begun && filled >= 2L * edge + wanted) {
      begun = true;
      next.begin(edge);
      drop(edge);
    }
    if (begun && filled > edge) {
      int passed = filled - edge;
      next.take(held, 0, passed);
      drop(passed);
    }
  }

  void finish() {
    if (!begun) {
      int spare = Math.max(0, filled - wanted);
      int before = spare / 2;
      next.begin(before);
      next.take(held, before, filled - spare);
    }
  }

  private void hold(float[] samples, int length) {
    int needed = Math.addExact(filled, length);
    if (needed > held.length) {
      held = Arrays.copyOf(held, Math.max(needed, Math.addExact(held.length, held.length)));
    }
    System.arraycopy(samples, 0, held, filled, length);
    filled = needed;
  }

  private void drop(int count) {
    System.arraycopy(held, count, held, 0, filled - count);
    filled -= count;
  }
}
