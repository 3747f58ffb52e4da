package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.Framing;

/**
 * The log spectrogram: Hann window, centred frames, power in dB.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two
 * @param hopLength samples between frames, at least 1
 * @param floorDb lowest value in dB relative to the maximum of the signal, below 0
 */
public record StftOptions(int sampleRateHz, int frameLength, int hopLength, double floorDb)
    implements FeatureOptions {
  public StftOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
    Framing.checkFloor(floorDb);
  }

  @Override
  public String set() {
    return "stft";
  }

  @Override
  public FeatureExtractor extractor() {
    return new StftExtractor(this);
  }
}
