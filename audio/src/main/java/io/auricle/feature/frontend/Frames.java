package io.auricle.feature.frontend;

import io.auricle.feature.FrameGrid;
import io.auricle.feature.FrameGrid.Edges;
import io.auricle.feature.FrameGrid.Hann;
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
  public Frames {
    Framing.check(1, frameLength);
    if (windowLength < 2 || windowLength > frameLength) {
      throw new IllegalArgumentException(
          "windowLength=%d must be in [2, frameLength=%d]".formatted(windowLength, frameLength));
    }
    Framing.checkNoGap(hopLength, frameLength);
  }

  /** Where such frames of a sound lie. */
  FrameGrid grid(int sampleRateHz, double preEmphasis) {
    return new FrameGrid(
        sampleRateHz, preEmphasis, frameLength, windowLength, hopLength, window, edges);
  }
}
