package io.auricle.feature.published;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;

/**
 * The 97 statistics of a published table of hand-crafted features: signal moments, rates, tempo,
 * spectral shape, 20 MFCC and 12 pitch classes, each with mean and standard deviation.
 *
 * @param sampleRateHz rate of the signal, above 12,800 Hz for the bands of spectral contrast
 * @param frameLength samples a frame, a power of two from 512 on
 * @param hopLength samples between frames, at least 1
 */
public record Chin97Options(int sampleRateHz, int frameLength, int hopLength)
    implements FeatureOptions {
  private static final int SLOWEST_HZ = 12_800;

  public Chin97Options {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
    if (sampleRateHz <= SLOWEST_HZ) {
      throw new IllegalArgumentException(
          "sampleRateHz=%d must be above %d: the highest contrast band begins at 6400 Hz"
              .formatted(sampleRateHz, SLOWEST_HZ));
    }
    if (frameLength < 512 || (long) sampleRateHz > 200L * frameLength) {
      throw new IllegalArgumentException(
          "frameLength=%d must be at least 512 and sampleRateHz/200=%d: bands of 200 Hz need bins"
              .formatted(frameLength, sampleRateHz / 200));
    }
  }

  @Override
  public String set() {
    return "chin97";
  }

  @Override
  public FeatureExtractor extractor() {
    return Chin97Table.extractor(this, FrameGrid.centred(sampleRateHz, frameLength, hopLength));
  }
}
