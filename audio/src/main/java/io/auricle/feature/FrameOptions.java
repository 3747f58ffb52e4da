package io.auricle.feature;

/**
 * How a signal is cut into frames.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two in [16, 65536]
 * @param hopLength samples from one frame to the next, in [1, frameLength]
 * @param centred whether frame {@code t} is centred on sample {@code t * hopLength}, zeros beyond
 *     the ends, as librosa's default; else it begins there, and only whole frames count but for a
 *     signal shorter than one
 */
public record FrameOptions(int sampleRateHz, int frameLength, int hopLength, boolean centred) {
  public FrameOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkNoGap(hopLength, frameLength);
  }

  /** Where such frames lie. */
  public FrameGrid grid() {
    return FrameGrid.of(sampleRateHz, frameLength, hopLength, centred);
  }
}
