package io.auricle.dsp.fft;

import java.util.Arrays;

/**
 * The inverse of a short-time Fourier transform whose spectra come in one after another, as {@link
 * Istft} has it for all at once. Sample 0 of the result is the first of the first frame, so a
 * centred transform's signal begins half a frame later. Instances keep work space: one a sound.
 */
public final class OverlapAdd {
  private final int hopLength;
  private final float[] window;
  private final float[] squaredWindow;
  private final RealFft fft;
  private final float[] frame;
  private final float[] sums;
  private final float[] weights;

  /**
   * An inverse transform.
   *
   * @param hopLength samples between frames, in [1, frameLength / 2]
   */
  public OverlapAdd(int frameLength, int hopLength, Window window) {
    this.hopLength = hopLength;
    this.window = window.weights(frameLength);
    this.squaredWindow = new float[frameLength];
    for (int n = 0; n < frameLength; n++) {
      squaredWindow[n] = this.window[n] * this.window[n];
    }
    this.fft = RealFft.ofLength(frameLength);
    this.frame = new float[frameLength];
    this.sums = new float[frameLength];
    this.weights = new float[sums.length];
  }

  /**
   * Adds spectra.
   *
   * @param real {@code [count][bins]}
   * @param imaginary {@code [count][bins]}
   * @param count number of spectra
   * @param out receives {@code count * hopLength} samples, which no later frame reaches
   */
  public void add(float[] real, float[] imaginary, int count, float[] out) {
    for (int f = 0; f < count; f++) {
      fft.inverseOf(real, imaginary, f * fft.bins(), frame);
      addFrame();
      give(hopLength, out, f * hopLength);
      drop(sums);
      drop(weights);
    }
  }

  private void addFrame() {
    for (int n = 0; n < frame.length; n++) {
      sums[n] += frame[n] * window[n];
      weights[n] += squaredWindow[n];
    }
  }

  /** Drops what was given away. */
  private void drop(float[] values) {
    int kept = values.length - hopLength;
    System.arraycopy(values, hopLength, values, 0, kept);
    Arrays.fill(values, kept, values.length, 0);
  }

  /** Gives the samples of the last frames that {@link #add} has held back. */
  public void finish(float[] out) {
    give(frame.length - hopLength, out, 0);
  }

  private void give(int count, float[] out, int offset) {
    for (int n = 0; n < count; n++) {
      // Where no frame has weight the sum is 0 as well.
      frame[n] = sums[n] / Math.max(weights[n], Float.MIN_NORMAL);
    }
    System.arraycopy(frame, 0, out, offset, count);
  }
}
