package io.auricle.feature;

/**
 * The log-mel spectrogram.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, also the FFT length
 * @param hopLength samples between frames
 * @param bands number of mel bands
 * @param floorDb lowest value in dB relative to the maximum of the signal, below 0
 */
public record MelOptions(
    int sampleRateHz, int frameLength, int hopLength, int bands, double floorDb)
    implements FeatureOptions {

  @Override
  public String set() {
    return "mel";
  }

  @Override
  public FeatureExtractor extractor() {
    throw new IllegalStateException("being built");
  }
}
