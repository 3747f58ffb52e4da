package io.auricle.feature;

/**
 * The means of the highest and of the lowest magnitudes among the powers of a band, frame after
 * frame. Used by one call.
 *
 * <p>Which powers count is guessed from the frame before: those beyond a bar are set aside in one
 * pass without branches, and the highest or lowest are among them if they are enough. If not, the
 * bar is moved.
 */
final class Extremes {
  /** How far behind the last of the lowest and highest the next frame's bars lie. */
  private static final float LOW_ROOM = 1.6f;

  private static final float HIGH_ROOM = 0.75f;

  /** By how much a bar is moved that too few powers pass. */
  private static final float STEP = 4;

  private final int kept;
  private final float[] low;
  private final float[] high;
  private float lowBar = Float.POSITIVE_INFINITY;
  private float highBar;

  /**
   * Room for a band.
   *
   * @param bins of the band
   * @param kept how many are highest and how many lowest, in [1, bins]
   */
  Extremes(int bins, int kept) {
    this.kept = kept;
    // One place more, as each power is written down before it is known to count.
    this.low = new float[bins + 1];
    this.high = new float[bins + 1];
  }

  /** The mean of the lowest magnitudes of {@code powers[from, to)}, the band's bins. */
  float lowest(float[] powers, int from, int to) {
    int found = below(powers, from, to, lowBar);
    while (found < kept) {
      // Upwards from 0 no step leads anywhere.
      lowBar = lowBar < Float.MIN_NORMAL ? Float.POSITIVE_INFINITY : STEP * lowBar;
      found = below(powers, from, to, lowBar);
    }
    lowBar = LOW_ROOM * Selection.smallest(low, found, kept - 1);
    return meanRoot(low, 0, kept);
  }

  /** The mean of the highest magnitudes of {@code powers[from, to)}, the band's bins. */
  float highest(float[] powers, int from, int to) {
    int found = above(powers, from, to, highBar);
    while (found < kept) {
      highBar = highBar < Float.MIN_NORMAL ? 0 : highBar / STEP;
      found = above(powers, from, to, highBar);
    }
    highBar = HIGH_ROOM * Selection.smallest(high, found, found - kept);
    return meanRoot(high, found - kept, found);
  }

  private int below(float[] powers, int from, int to, float bar) {
    int found = 0;
    for (int i = from; i < to; i++) {
      low[found] = powers[i];
      found += powers[i] <= bar ? 1 : 0;
    }
    return found;
  }

  private int above(float[] powers, int from, int to, float bar) {
    int found = 0;
    for (int i = from; i < to; i++) {
      high[found] = powers[i];
      found += powers[i] >= bar ? 1 : 0;
    }
    return found;
  }

  private static float meanRoot(float[] powers, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.sqrt(powers[i]);
    }
    return (float) (sum / (to - from));
  }
}
