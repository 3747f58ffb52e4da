package io.auricle.feature;

import io.auricle.dsp.fft.Window;

/**
 * Where the frames of a sound lie and how they are weighted, as kernels see it. Its parts are
 * checked by the options that it is made from.
 *
 * @param sampleRateHz rate of the signal
 * @param preEmphasis a in {@code y[n] = x[n + 1] - a x[n]}, or of each window alone in {@code y[n]
 *     = x[n] - a x[n - 1]}; 0 for the signal itself
 * @param frameLength points of the Fourier transform
 * @param windowLength samples under the window; zeros fill the transform up on both sides
 * @param hopLength samples from one frame to the next, at least 1
 * @param window form of the Hann window
 * @param edges what the frames at the ends see
 */
public record FrameGrid(
    int sampleRateHz,
    double preEmphasis,
    int frameLength,
    int windowLength,
    int hopLength,
    Hann window,
    Edges edges) {
  /** librosa's default {@code n_fft}. */
  public static final int USUAL_FRAME_LENGTH = 2048;

  /** librosa's default {@code hop_length}. */
  public static final int USUAL_HOP_LENGTH = 512;

  /** The two forms of the Hann window. */
  public enum Hann {
    /** One period without its last sample, as spectral analysis has it. */
    PERIODIC,
    /** Both ends are 0. */
    SYMMETRIC
  }

  /** Where frames lie, and what is beyond the ends. */
  public enum Edges {
    /** Frame {@code t} is centred on sample {@code t * hopLength}; zeros beyond the ends. */
    ZEROS,
    /** As {@link #ZEROS}, but the signal mirrored at its first and last sample. */
    REFLECT,
    /** The window of frame {@code t} begins at sample {@code t * hopLength}; whole windows only. */
    NONE,
    /**
     * As {@link #NONE}, and each window is taken for itself, as Kaldi does: its mean is taken from
     * it, and the pre-emphasis begins anew with its first sample, before which that stands again.
     */
    ALONE;

    /** Whether frames lie around their samples and reach beyond the ends. */
    boolean centred() {
      return this == ZEROS || this == REFLECT;
    }
  }

  /** Centred frames with zeros beyond the ends, under a window as long as they are. */
  public static FrameGrid centred(int sampleRateHz, int frameLength, int hopLength) {
    return of(sampleRateHz, frameLength, hopLength, true);
  }

  static FrameGrid of(int sampleRateHz, int frameLength, int hopLength, boolean centred) {
    Edges edges = centred ? Edges.ZEROS : Edges.NONE;
    return new FrameGrid(
        sampleRateHz, 0, frameLength, frameLength, hopLength, Hann.PERIODIC, edges);
  }

  /** Bins of a frame's spectrum: {@code frameLength / 2 + 1}. */
  public int bins() {
    return frameLength / 2 + 1;
  }

  /** Hz from one bin to the next. */
  public double binHz() {
    return (double) sampleRateHz / frameLength;
  }

  /**
   * Refuses frames that begin at their samples, for features that date what they find by the
   * centres of frames.
   *
   * @throws IllegalArgumentException if frames are not centred
   */
  public void checkCentred() {
    if (!edges.centred()) {
      throw new IllegalArgumentException(
          "centred=false must be true for a feature that is dated by the centres of frames;"
              + " leave centred out, or the feature");
    }
  }

  /** Frames of a sound of so many samples, of which there is at least one. */
  long count(long samples) {
    return edges.centred()
        ? 1 + samples / hopLength
        : 1 + Math.max(0, samples - windowLength) / hopLength;
  }

  /** Samples before the sound's first that the first frame covers. */
  int before() {
    return edges.centred() ? frameLength / 2 : firstPoint();
  }

  /** Index of the first of a frame's points that is under the window. */
  int firstPoint() {
    return (frameLength - windowLength) / 2;
  }

  /** The weights of all points of the transform. */
  float[] weights() {
    if (windowLength == frameLength && window == Hann.PERIODIC) {
      return Window.HANN.weights(frameLength);
    }
    float[] weights = new float[frameLength];
    int first = firstPoint();
    int period = window == Hann.PERIODIC ? windowLength : windowLength - 1;
    for (int n = 0; n < windowLength; n++) {
      weights[first + n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / period));
    }
    return weights;
  }
}
