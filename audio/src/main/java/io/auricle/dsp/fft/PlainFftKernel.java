package io.auricle.dsp.fft;

/** The loops in plain Java. */
final class PlainFftKernel implements FftKernel {

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void radix4(float[] x, float[] y, int length, int stride, float[] twiddles) {
    int quarter = length / 4;
    for (int p = 0; p < quarter; p++) {
      for (int q = 0; q < stride; q++) {
        butterfly4(
            x,
            BLOCK * (q + stride * p),
            BLOCK * stride * quarter,
            y,
            BLOCK * (q + stride * 4 * p),
            BLOCK * stride,
            twiddles,
            6 * p);
      }
    }
  }

  private static void butterfly4(
      float[] x, int from, int fromStep, float[] y, int to, int toStep, float[] twiddles, int t) {
    float c1 = twiddles[t];
    float s1 = twiddles[t + 1];
    float c2 = twiddles[t + 2];
    float s2 = twiddles[t + 3];
    float c3 = twiddles[t + 4];
    float s3 = twiddles[t + 5];
    for (int l = 0; l < LANES; l++) {
      int i = from + l;
      int o = to + l;
      float ar = x[i];
      float ai = x[i + LANES];
      float br = x[i + fromStep];
      float bi = x[i + fromStep + LANES];
      float cr = x[i + 2 * fromStep];
      float ci = x[i + 2 * fromStep + LANES];
      float dr = x[i + 3 * fromStep];
      float di = x[i + 3 * fromStep + LANES];
      float er = ar + cr;
      float ei = ai + ci;
      float fr = ar - cr;
      float fi = ai - ci;
      float gr = br + dr;
      float gi = bi + di;
      float hr = br - dr;
      float hi = bi - di;
      float ur = fr + hi;
      float ui = fi - hr;
      float vr = er - gr;
      float vi = ei - gi;
      float wr = fr - hi;
      float wi = fi + hr;
      y[o] = er + gr;
      y[o + LANES] = ei + gi;
      y[o + toStep] = ur * c1 - ui * s1;
      y[o + toStep + LANES] = ur * s1 + ui * c1;
      y[o + 2 * toStep] = vr * c2 - vi * s2;
      y[o + 2 * toStep + LANES] = vr * s2 + vi * c2;
      y[o + 3 * toStep] = wr * c3 - wi * s3;
      y[o + 3 * toStep + LANES] = wr * s3 + wi * c3;
    }
  }

  @Override
  public void radix2(float[] x, float[] y, int stride) {
    int half = BLOCK * stride;
    for (int i = 0; i < half; i++) {
      float a = x[i];
      float b = x[i + half];
      y[i] = a + b;
      y[i + half] = a - b;
    }
  }

  @Override
  public void unpack(float[] z, int half, float[] twiddles, float[] turns) {
    // Bin 0 stands in for bin `half` too: both come from the same packed sum.
    System.arraycopy(z, 0, z, BLOCK * half, BLOCK);
    for (int k = 0; k <= half / 2; k++) {
      unpackPair(z, BLOCK * k, BLOCK * (half - k), twiddles[2 * k], twiddles[2 * k + 1], turns);
    }
  }

  private static void unpackPair(float[] z, int at, int mirror, float c, float s, float[] turns) {
    for (int l = 0; l < LANES; l++) {
      int i = at + l;
      int j = mirror + l;
      float pr = z[i];
      float pi = z[i + LANES];
      float qr = z[j];
      float qi = z[j + LANES];
      float er = pr + qr;
      float ei = pi - qi;
      float or = pi + qi;
      float oi = qr - pr;
      float tr = or * c - oi * s;
      float ti = or * s + oi * c;
      float fr = er + tr;
      float fi = ei + ti;
      float gr = er - tr;
      float gi = ti - ei;
      z[i] = fr * turns[i] - fi * turns[i + LANES];
      z[i + LANES] = fr * turns[i + LANES] + fi * turns[i];
      z[j] = gr * turns[j] - gi * turns[j + LANES];
      z[j + LANES] = gr * turns[j + LANES] + gi * turns[j];
    }
  }

  @Override
  public void join(float[] z, int half, float[] real, float[] imaginary, int at) {
    for (int k = half; k >= 0; k--) {
      LaneJoin.bins(z, k, half, real, imaginary, at);
    }
  }
}
