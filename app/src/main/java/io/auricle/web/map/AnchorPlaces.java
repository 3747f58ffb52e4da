package io.auricle.web.map;

import java.util.Arrays;

/** Finds the place of a song among anchors. Thread-safe. */
final class AnchorPlaces {
  private static final int NEAR = 8;

  /**
   * Anchors that sound alike and lie far apart in the plane do not pull a song into the void
   * between them: only those count that lie this near to the nearest one.
   */
  private static final double REACH = SongMap.SIDE / 25.0;

  /** Songs of one sound do not lie under each other. */
  private static final int SPREAD = SongMap.SIDE / 160;

  private final AnchorSpace space;
  private final int[] x;
  private final int[] y;

  AnchorPlaces(AnchorSpace space, boolean[] anchors, int[] allX, int[] allY) {
    this.space = space;
    this.x = new int[space.scores().rows()];
    this.y = new int[space.scores().rows()];
    int row = 0;
    for (int i = 0; i < anchors.length; i++) {
      if (anchors[i]) {
        x[row] = allX[i];
        y[row++] = allY[i];
      }
    }
  }

  /**
   * The place of a song, x in the upper 32 bits, y in the lower ones.
   *
   * @param projected has the song's components from {@code at} on
   * @param mark by which it is spread
   */
  long of(float[] projected, int at, int mark) {
    float[] squared = new float[x.length];
    space.distances(projected, at, squared);
    int[] near = nearest(squared);
    double first = Math.sqrt(squared[near[0]]);
    double span = Math.sqrt(squared[near[near.length - 1]]) - first;
    double sumX = 0;
    double sumY = 0;
    double sum = 0;
    for (int anchor : near) {
      double apart = Math.hypot(x[anchor] - x[near[0]], y[anchor] - y[near[0]]);
      if (apart <= REACH) {
        double weight = span <= 0 ? 1 : Math.exp(-3 * (Math.sqrt(squared[anchor]) - first) / span);
        sumX += weight * x[anchor];
        sumY += weight * y[anchor];
        sum += weight;
      }
    }
    int spreadX = Math.floorMod(mark * 0x9E3779B1, 2 * SPREAD + 1) - SPREAD;
    int spreadY = Math.floorMod(mark * 0x85EBCA77 + 77, 2 * SPREAD + 1) - SPREAD;
    return ((long) inside(sumX / sum + spreadX) << Integer.SIZE) | inside(sumY / sum + spreadY);
  }

  private static int inside(double value) {
    return (int) Math.round(Math.max(0, Math.min(SongMap.SIDE, value)));
  }

  /** The nearest anchors, the nearest first. */
  private static int[] nearest(float[] squared) {
    int[] near = new int[Math.min(NEAR, squared.length)];
    float[] best = new float[near.length];
    Arrays.fill(best, Float.POSITIVE_INFINITY);
    for (int i = 0; i < squared.length; i++) {
      if (squared[i] < best[best.length - 1]) {
        int place = best.length - 1;
        while (place > 0 && best[place - 1] > squared[i]) {
          best[place] = best[place - 1];
          near[place] = near[place - 1];
          place--;
        }
        best[place] = squared[i];
        near[place] = i;
      }
    }
    return near;
  }
}
