package io.auricle.dsp;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * The discrete Fourier transform of real frames, many at a call.
 *
 * <p>Forward: {@code X[k] = sum x[n] exp(-2 pi i k n / N)}, unscaled, for {@code k} in {@code [0,
 * N/2]}; inverse: scaled by {@code 1/N}, so that it undoes the forward transform. Instances keep
 * work space: one a thread.
 */
public final class RealFft {
  private final int length;
  private final FloatFFT_1D transform;
  private final float[] work;

  private RealFft(int length) {
    this.length = length;
    this.transform = new FloatFFT_1D(length);
    this.work = new float[length];
  }

  /**
   * A transform of {@code length} points.
   *
   * @throws IllegalArgumentException unless the length is a power of two in [2, 2^20]
   */
  public static RealFft ofLength(int length) {
    if (length < 2 || length > 1 << 20 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException(
          "length=" + length + " must be a power of two in [2, 1048576]");
    }
    return new RealFft(length);
  }

  /** Points of a frame. */
  public int length() {
    return length;
  }

  /** Bins of a spectrum: {@code length / 2 + 1}. */
  public int bins() {
    return length / 2 + 1;
  }

  /**
   * Transforms {@code count} frames.
   *
   * @param frames {@code [count][length]} samples
   * @param count number of frames
   * @param real {@code [count][bins]}, receives the real parts
   * @param imaginary {@code [count][bins]}, receives the imaginary parts
   */
  public void forward(float[] frames, int count, float[] real, float[] imaginary) {
    int bins = bins();
    for (int f = 0; f < count; f++) {
      System.arraycopy(frames, f * length, work, 0, length);
      transform.realForward(work);
      int at = f * bins;
      real[at] = work[0];
      imaginary[at] = 0;
      for (int k = 1; k < length / 2; k++) {
        real[at + k] = work[2 * k];
        imaginary[at + k] = work[2 * k + 1];
      }
      real[at + length / 2] = work[1];
      imaginary[at + length / 2] = 0;
    }
  }

  /**
   * Undoes {@link #forward} for {@code count} spectra; the imaginary parts of the first and the
   * last bin count as 0.
   *
   * @param real {@code [count][bins]}
   * @param imaginary {@code [count][bins]}
   * @param count number of spectra
   * @param frames {@code [count][length]}, receives the samples
   */
  public void inverse(float[] real, float[] imaginary, int count, float[] frames) {
    int bins = bins();
    for (int f = 0; f < count; f++) {
      int at = f * bins;
      work[0] = real[at];
      work[1] = real[at + length / 2];
      for (int k = 1; k < length / 2; k++) {
        work[2 * k] = real[at + k];
        work[2 * k + 1] = imaginary[at + k];
      }
      transform.realInverse(work, true);
      System.arraycopy(work, 0, frames, f * length, length);
    }
  }
}
