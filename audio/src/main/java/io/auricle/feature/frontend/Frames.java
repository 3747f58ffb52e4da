package io.auricle.feature.frontend;

import io.auricle.feature.Framing;

/**
 * How a signal is cut into frames and weighted.
 *
 * @param frameLength points of the Fourier transform, a power of two in [16, 65536]
 * @param windowLength samples under the window, in [2, frameLength]; the transform is filled up
 *     with zeros on both sides
 * @param hopLength samples from one frame to the next, in [1, frameLength]
 * @param window form of the Hann window
 * @param edges what the frames at the ends see
 */
public record Frames(int frameLength, int windowLength, int hopLength, Hann window, Edges edges) {
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
    NONE
  }

  public Frames {
    Framing.check(1, frameLength);
    if (windowLength < 2 || windowLength > frameLength) {
      throw new IllegalArgumentException(
          "windowLength=%d must be in [2, frameLength=%d]".formatted(windowLength, frameLength));
    }
    Framing.checkNoGap(hopLength, frameLength);
  }

  /** Frames of a signal of so many samples; at least 1. */
  int count(int samples) {
    return edges == Edges.NONE
        ? 1 + Math.max(0, samples - windowLength) / hopLength
        : 1 + samples / hopLength;
  }

  /** Samples before the signal's first that the first frame covers. */
  int before() {
    return edges == Edges.NONE ? (frameLength - windowLength) / 2 : frameLength / 2;
  }

  /** The weights of all points of the transform. */
  float[] weights() {
    float[] weights = new float[frameLength];
    int first = (frameLength - windowLength) / 2;
    int period = window == Hann.PERIODIC ? windowLength : windowLength - 1;
    for (int n = 0; n < windowLength; n++) {
      weights[first + n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / period));
    }
    return weights;
  }
}
