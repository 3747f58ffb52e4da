package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;
import io.auricle.feature.KernelExtractor;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.pitch.TonalStatistics;

/**
 * Statistics of harmony, one row a signal: what {@link TonalStatistics} says of its {@link Chroma}.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two
 * @param hopLength samples between frames, at least 1
 */
public record TonalOptions(int sampleRateHz, int frameLength, int hopLength)
    implements FeatureOptions {
  public TonalOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
  }

  @Override
  public String set() {
    return "tonal";
  }

  @Override
  public FeatureExtractor extractor() {
    FrameGrid grid = FrameGrid.centred(sampleRateHz, frameLength, hopLength);
    double framesPerSecond = (double) sampleRateHz / hopLength;
    return new KernelExtractor<>(
        this,
        grid,
        TonalStatistics.columns(),
        sound ->
            new WholeMatrix(
                new Chroma().kernel(sound),
                new Chroma().columns(grid).size(),
                chroma -> TonalStatistics.of(chroma, framesPerSecond)));
  }
}
