package io.auricle.dsp.resample;

import io.auricle.dsp.fft.RealFft;
import java.util.Arrays;

/**
 * Halves or doubles the sample rate through a steep low-pass filter, block by block in the
 * frequency domain (overlap-save): the spectrum of a block is weighted, folded to half its width or
 * continued to twice its width, and transformed back. The filter is symmetric and delays nothing.
 */
final class OctaveStage extends ResamplerStage {
  /** Samples of a block at the higher rate. */
  static final int POINTS = 4096;

  /** Samples at the higher rate at either end of a block that lack their neighbours. */
  private static final int MARGIN = 256;

  private static final int MIDDLE = POINTS / 4;

  private final boolean halving;
  private final float[] gains;
  private final RealFft analysis;
  private final RealFft synthesis;
  private final float[] real = new float[POINTS / 2 + 1];
  private final float[] imaginary = new float[POINTS / 2 + 1];
  private final int inputMargin;

  /**
   * @param lead samples at the higher rate that lie before the start of the signal: the first input
   *     where the rate is halved, the first output where it is doubled
   * @param gains of the bins of a block at the higher rate, from 0 Hz to where the stop band
   *     begins, which is beyond the middle
   */
  OctaveStage(boolean halving, int lead, float[] gains, RealFft analysis, RealFft synthesis) {
    super(
        new float[analysis.length()],
        halving ? MARGIN - lead : (MARGIN + lead) / 2,
        new float[synthesis.length()]);
    this.halving = halving;
    this.gains = gains;
    this.analysis = analysis;
    this.synthesis = synthesis;
    this.inputMargin = halving ? MARGIN : MARGIN / 2;
  }

  @Override
  void computeBlock() {
    analysis.forward(window, 1, real, imaginary);
    if (halving) {
      fold();
    } else {
      unfold();
    }
    synthesis.inverse(real, imaginary, 1, outputs);
    if (mayHoldSilence()) {
      keepSilence();
    }
    int outputMargin = halving ? MARGIN / 2 : MARGIN;
    outputFrom = outputMargin;
    outputTo = outputs.length - outputMargin;
    windowLength = 2 * inputMargin;
    System.arraycopy(window, window.length - windowLength, window, 0, windowLength);
  }

  /** Whether there may be so many zeros in a row that an output sample sees nothing else. */
  private boolean mayHoldSilence() {
    for (int i = inputMargin; i < window.length; i += inputMargin) {
      if (window[i] == 0 && window[i - inputMargin] == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * What sees nothing but zeros is 0. The transforms would leave the rounding of the loudest sample
   * of the block, and features that know no floor, such as zero crossings, would count it.
   */
  private void keepSilence() {
    int zeros = 0;
    for (int i = 0; i < window.length; i++) {
      zeros = window[i] == 0 ? zeros + 1 : 0;
      if (zeros > 2 * inputMargin) {
        int middle = i - inputMargin;
        if (halving) {
          outputs[middle / 2] = 0;
        } else {
          outputs[2 * middle] = 0;
          outputs[2 * middle + 1] = 0;
        }
      }
    }
  }

  /** What of the transition band lies beyond the new Nyquist frequency is mirrored at it. */
  private void fold() {
    for (int k = 0; k <= MIDDLE; k++) {
      real[k] *= gains[k];
      imaginary[k] *= gains[k];
    }
    real[MIDDLE] *= 2;
    for (int k = MIDDLE + 1; k < gains.length; k++) {
      real[2 * MIDDLE - k] += gains[k] * real[k];
      imaginary[2 * MIDDLE - k] -= gains[k] * imaginary[k];
    }
  }

  private void unfold() {
    for (int k = MIDDLE + 1; k < gains.length; k++) {
      real[k] = gains[k] * real[2 * MIDDLE - k];
      imaginary[k] = -gains[k] * imaginary[2 * MIDDLE - k];
    }
    for (int k = 0; k <= MIDDLE; k++) {
      real[k] *= gains[k];
      imaginary[k] *= gains[k];
    }
    Arrays.fill(real, gains.length, real.length, 0);
    Arrays.fill(imaginary, gains.length, imaginary.length, 0);
  }
}
