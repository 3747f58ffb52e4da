package io.auricle.dsp.fft;

/** The inner product of two runs of floats. */
public final class Dot {
  private Dot() {}

  /** Four sums side by side: one alone waits for each addition to end. */
  public static float of(float[] x, int xFrom, float[] y, int yFrom, int length) {
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
}
