package io.auricle.dsp;

/** The inner product of two runs of floats. */
final class Dot {
  private Dot() {}

  /** Four sums side by side: one alone waits for each addition to end. */
  static float of(float[] x, int xFrom, float[] y, int yFrom, int length) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += x[xFrom + i] * y[yFrom + i];
      b += x[xFrom + i + 1] * y[yFrom + i + 1];
      c += x[xFrom + i + 2] * y[yFrom + i + 2];
      d += x[xFrom + i + 3] * y[yFrom + i + 3];
    }
    for (; i < length; i++) {
      a += x[xFrom + i] * y[yFrom + i];
    }
    return a + b + (c + d);
  }

  /** Sums side by side of long runs. */
  static final int LANES = 128;

  /**
   * The same for long runs: in a loop over lanes HotSpot uses vector instructions, in a sum it does
   * not.
   *
   * @param lanes work space of {@link #LANES}
   */
  static float of(float[] x, int xFrom, float[] y, int yFrom, int length, float[] lanes) {
    int whole = length - length % LANES;
    float rest = of(x, xFrom + whole, y, yFrom + whole, length - whole);
    if (whole == 0) {
      return rest;
    }
    for (int l = 0; l < LANES; l++) {
      lanes[l] = x[xFrom + l] * y[yFrom + l];
    }
    for (int i = LANES; i < whole; i += LANES) {
      int xAt = xFrom + i;
      int yAt = yFrom + i;
      for (int l = 0; l < LANES; l++) {
        lanes[l] += x[xAt + l] * y[yAt + l];
      }
    }
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int l = 0; l < LANES; l += 4) {
      a += lanes[l];
      b += lanes[l + 1];
      c += lanes[l + 2];
      d += lanes[l + 3];
    }
    return a + b + (c + d) + rest;
  }
}
