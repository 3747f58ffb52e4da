package io.auricle.feature.published;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;

/**
 * The 57 statistics of the published GTZAN feature table.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two
 * @param hopLength samples between frames, in [1, frameLength / 2]
 */
public record Gtzan57Options(int sampleRateHz, int frameLength, int hopLength)
    implements FeatureOptions {

  public Gtzan57Options {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkOverlap(hopLength, frameLength);
  }

  @Override
  public String set() {
    return "gtzan57";
  }

  @Override
  public FeatureExtractor extractor() {
    return GtzanTable.extractor(this, grid(), true, GtzanTable.ONE_TEMPO);
  }

  /** Where its frames lie. */
  FrameGrid grid() {
    return FrameGrid.centred(sampleRateHz, frameLength, hopLength);
  }
}
