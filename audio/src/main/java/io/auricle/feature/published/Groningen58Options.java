package io.auricle.feature.published;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;

/**
 * The statistics of {@link Gtzan57Options} with mean and variance of the tempo per frame in place
 * of one tempo: 58 columns.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two
 * @param hopLength samples between frames, in [1, frameLength / 2]
 */
public record Groningen58Options(int sampleRateHz, int frameLength, int hopLength)
    implements FeatureOptions {

  public Groningen58Options {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkOverlap(hopLength, frameLength);
  }

  @Override
  public String set() {
    return "groningen58";
  }

  @Override
  public FeatureExtractor extractor() {
    return GtzanTable.extractor(
        this,
        FrameGrid.centred(sampleRateHz, frameLength, hopLength),
        true,
        GtzanTable.TEMPO_PER_FRAME);
  }
}
