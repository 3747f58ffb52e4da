package io.auricle.dsp.fft;

/**
 * Weighting functions of a frame, in their periodic form ({@code scipy.signal.get_window} with
 * {@code fftbins=True}), as spectral analysis wants them.
 */
public enum Window {
  /** {@code 0.5 - 0.5 cos(2 pi n / N)}. */
  HANN(0.5, 0.5),
  /** {@code 0.54 - 0.46 cos(2 pi n / N)}. */
  HAMMING(0.54, 0.46),
  /** All ones. */
  RECTANGULAR(1, 0);

  private final double constant;
  private final double cosine;

  Window(double constant, double cosine) {
    this.constant = constant;
    this.cosine = cosine;
  }

  /**
   * The weights of a frame.
   *
   * @param length samples of the frame
   * @throws IllegalArgumentException if the length is below 1
   */
  public float[] weights(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length=" + length + " must be at least 1");
    }
    float[] weights = new float[length];
    if (length == 1) {
      weights[0] = 1;
      return weights;
    }
    for (int n = 0; n < length; n++) {
      weights[n] = (float) (constant - cosine * Math.cos(2 * Math.PI * n / length));
    }
    return weights;
  }
}
