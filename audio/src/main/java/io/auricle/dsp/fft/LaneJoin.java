package io.auricle.dsp.fft;

/** The last butterfly of the real transform for one bin of the lanes, eight bins of the whole. */
final class LaneJoin {
  private static final float ROOT = (float) Math.sqrt(0.5);

  private LaneJoin() {}

  /**
   * The bins {@code k + 2 half m} for m below 4 and, through the symmetry of a real signal's
   * spectrum, {@code 2 half (8 - m) - k} for the others.
   */
  static void bins(float[] z, int k, int half, float[] real, float[] imaginary, int at) {
    int i = FftKernel.BLOCK * k;
    int j = i + FftKernel.LANES;
    // Two butterflies of four, over the even and over the odd lanes.
    float ar = z[i] + z[i + 4];
    float ai = z[j] + z[j + 4];
    float br = z[i] - z[i + 4];
    float bi = z[j] - z[j + 4];
    float cr = z[i + 2] + z[i + 6];
    float ci = z[j + 2] + z[j + 6];
    float dr = z[i + 2] - z[i + 6];
    float di = z[j + 2] - z[j + 6];
    float er = z[i + 1] + z[i + 5];
    float ei = z[j + 1] + z[j + 5];
    float fr = z[i + 1] - z[i + 5];
    float fi = z[j + 1] - z[j + 5];
    float gr = z[i + 3] + z[i + 7];
    float gi = z[j + 3] + z[j + 7];
    float hr = z[i + 3] - z[i + 7];
    float hi = z[j + 3] - z[j + 7];

    float e0r = ar + cr;
    float e0i = ai + ci;
    float e2r = ar - cr;
    float e2i = ai - ci;
    float e1r = br + di;
    float e1i = bi - dr;
    float e3r = br - di;
    float e3i = bi + dr;
    float o0r = er + gr;
    float o0i = ei + gi;
    // -i times the difference
    float o2r = ei - gi;
    float o2i = gr - er;
    float pr = fr + hi;
    float pi = fi - hr;
    float qr = fr - hi;
    float qi = fi + hr;
    float o1r = (pr + pi) * ROOT;
    float o1i = (pi - pr) * ROOT;
    float o3r = (qi - qr) * ROOT;
    float o3i = -(qr + qi) * ROOT;

    int q = 2 * half;
    int up = at + k;
    int down = at + q - k;
    real[down] = e3r - o3r;
    imaginary[down] = o3i - e3i;
    real[down + q] = e2r - o2r;
    imaginary[down + q] = o2i - e2i;
    real[down + 2 * q] = e1r - o1r;
    imaginary[down + 2 * q] = o1i - e1i;
    real[down + 3 * q] = e0r - o0r;
    imaginary[down + 3 * q] = o0i - e0i;
    real[up] = e0r + o0r;
    imaginary[up] = e0i + o0i;
    real[up + q] = e1r + o1r;
    imaginary[up + q] = e1i + o1i;
    real[up + 2 * q] = e2r + o2r;
    imaginary[up + 2 * q] = e2i + o2i;
    real[up + 3 * q] = e3r + o3r;
    imaginary[up + 3 * q] = e3i + o3i;
  }
}
