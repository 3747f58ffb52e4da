package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.Framing;

/**
 * The sound itself, in short pieces of few samples.
 *
 * @param sampleRateHz rate of the signal
 * @param pieceLength samples of a piece before resampling
 * @param pieceSamples samples of a piece after it, in [16, pieceLength], not under a 1000th of it
 */
public record WaveformOptions(int sampleRateHz, int pieceLength, int pieceSamples)
    implements FeatureOptions {
  private static final int FEWEST_SAMPLES = 16;
  private static final int MOST_REDUCTION = 1000;

  public WaveformOptions {
    Framing.checkRate(sampleRateHz);
    if (pieceLength < FEWEST_SAMPLES || pieceLength > 1 << 24) {
      throw new IllegalArgumentException(
          "pieceLength=%d must be in [%d, %d]".formatted(pieceLength, FEWEST_SAMPLES, 1 << 24));
    }
    int least = Math.max(FEWEST_SAMPLES, (pieceLength + MOST_REDUCTION - 1) / MOST_REDUCTION);
    if (pieceSamples < least || pieceSamples > pieceLength) {
      throw new IllegalArgumentException(
          "pieceSamples=%d must be in [%d, pieceLength=%d]"
              .formatted(pieceSamples, least, pieceLength));
    }
  }

  @Override
  public String set() {
    return "waveform";
  }

  @Override
  public FeatureExtractor extractor() {
    return new WaveformExtractor(this);
  }
}
