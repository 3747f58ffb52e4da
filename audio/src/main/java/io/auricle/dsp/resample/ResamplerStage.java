package io.auricle.dsp.resample;

/**
 * One change of the sample rate within a {@link Resampler}, block by block; beyond its input lie
 * zeros.
 */
abstract class ResamplerStage {
  /** The input of a block, with the neighbours that its ends need. */
  final float[] window;

  /** The output of a block. */
  final float[] outputs;

  /** How much of the window is there. */
  int windowLength;

  /** What of the output is still to be read. */
  int outputFrom;

  int outputTo;

  /**
   * @param windowLength samples before the first, which are 0
   */
  ResamplerStage(float[] window, int windowLength, float[] outputs) {
    this.window = window;
    this.windowLength = windowLength;
    this.outputs = outputs;
  }

  /**
   * Takes as many samples as fit.
   *
   * @return how many were taken; 0 while there is output to {@link #read}
   */
  final int write(float[] samples, int offset, int length) {
    if (outputFrom < outputTo) {
      return 0;
    }
    int count = Math.min(length, window.length - windowLength);
    System.arraycopy(samples, offset, window, windowLength, count);
    windowLength += count;
    if (windowLength == window.length) {
      computeBlock();
    }
    return count;
  }

  /**
   * Gives the samples that are ready.
   *
   * @return how many were given; 0 if more input is needed
   */
  final int read(float[] buffer, int offset, int length) {
    int count = Math.min(length, outputTo - outputFrom);
    System.arraycopy(outputs, outputFrom, buffer, offset, count);
    outputFrom += count;
    return count;
  }

  /** Makes output of a full window, and keeps of it what the next block needs. */
  abstract void computeBlock();
}
