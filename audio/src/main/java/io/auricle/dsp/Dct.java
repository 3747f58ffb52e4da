package io.auricle.dsp;

import io.auricle.dsp.fft.Dot;

/**
 * The first coefficients of the orthonormal discrete cosine transform of type II: {@code C[k] =
 * s(k) sum x[n] cos(pi k (2n + 1) / (2N))} with {@code s(0) = sqrt(1/N)} and {@code s(k) =
 * sqrt(2/N)}, as {@code scipy.fft.dct(type=2, norm="ortho")}. Immutable.
 */
public final class Dct {
  private final int length;
  private final int coefficients;
  private final float[] table;

  private Dct(int length, int coefficients, float[] table) {
    this.length = length;
    this.coefficients = coefficients;
    this.table = table;
  }

  /**
   * A transform of {@code length} values.
   *
   * @throws IllegalArgumentException unless {@code coefficients} is in [1, length]
   */
  public static Dct of(int length, int coefficients) {
    if (coefficients < 1 || coefficients > length) {
      throw new IllegalArgumentException(
          "coefficients=%d must be in [1, length=%d]".formatted(coefficients, length));
    }
    float[] table = new float[coefficients * length];
    for (int k = 0; k < coefficients; k++) {
      double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / length);
      for (int n = 0; n < length; n++) {
        // Reduced before the cosine, so that the angle stays exact for long transforms.
        long turn = (long) k * (2 * n + 1) % (4L * length);
        table[k * length + n] = (float) (scale * Math.cos(Math.PI * turn / (2.0 * length)));
      }
    }
    return new Dct(length, coefficients, table);
  }

  /**
   * Transforms frame after frame.
   *
   * @param values {@code [frames][length]}
   * @param frames number of frames
   * @param out {@code [frames][coefficients]}, receives the coefficients
   */
  public void apply(float[] values, int frames, float[] out) {
    // The cosines are even or odd about the middle, so sums and differences of halves serve.
    int half = (length + 1) / 2;
    float[] even = new float[half];
    float[] odd = new float[half];
    for (int f = 0; f < frames; f++) {
      int first = f * length;
      int last = first + length - 1;
      for (int n = 0; n < half; n++) {
        even[n] = values[first + n] + values[last - n];
        odd[n] = values[first + n] - values[last - n];
      }
      if (length % 2 == 1) {
        even[half - 1] = values[first + half - 1];
      }
      for (int k = 0; k < coefficients; k++) {
        float[] folded = k % 2 == 0 ? even : odd;
        out[f * coefficients + k] = Dot.of(table, k * length, folded, 0, half);
      }
    }
  }
}
