package io.auricle.library.sound;

/**
 * Takes every n-th sample behind a low-pass: a sinc in Hamming's window, good enough for what lies
 * below half of the new rate's half.
 */
final class Decimator {
  private static final int TAPS_A_STEP = 8;

  private final int factor;
  private final float[] taps;

  Decimator(int factor) {
    this.factor = factor;
    this.taps = factor == 1 ? new float[] {1} : taps(factor);
  }

  private static float[] taps(int factor) {
    int count = TAPS_A_STEP * factor;
    double[] taps = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double x = (i - (count - 1) / 2.0) / factor;
      double sinc = Math.sin(Math.PI * x) / (Math.PI * x);
      taps[i] = sinc * (0.54 - 0.46 * Math.cos(2 * Math.PI * (i + 0.5) / count));
      sum += taps[i];
    }
    float[] scaled = new float[count];
    for (int i = 0; i < count; i++) {
      scaled[i] = (float) (taps[i] / sum);
    }
    return scaled;
  }

  /** The samples at the lower rate, of which the first stands for the middle of the first taps. */
  float[] of(float[] samples, int length) {
    int count = Math.max(0, (length - taps.length) / factor + 1);
    float[] out = new float[count];
    for (int n = 0; n < count; n++) {
      int at = n * factor;
      float even = 0;
      float odd = 0;
      int i = 0;
      for (; i + 3 < taps.length; i += 4) {
        even += taps[i] * samples[at + i] + taps[i + 1] * samples[at + i + 1];
        odd += taps[i + 2] * samples[at + i + 2] + taps[i + 3] * samples[at + i + 3];
      }
      for (; i < taps.length; i++) {
        even += taps[i] * samples[at + i];
      }
      out[n] = even + odd;
    }
    return out;
  }
}
