package io.auricle.feature;

/**
 * The log-mel spectrogram: Hann window, centred frames, Slaney's mel scale and filter area from 0
 * Hz to Nyquist, power in dB.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, also the FFT length: a power of two
 * @param hopLength samples between frames; may exceed the frame length, frames are then picked out
 * @param bands number of mel bands
 * @param floorDb lowest value in dB relative to the maximum of the signal, below 0
 */
public record MelOptions(
    int sampleRateHz, int frameLength, int hopLength, int bands, double floorDb)
    implements FeatureOptions {

  public MelOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
    Framing.checkBands(bands, frameLength);
    Framing.checkFloor(floorDb);
  }

  @Override
  public String set() {
    return "mel";
  }

  @Override
  public FeatureExtractor extractor() {
    return new MelExtractor(this);
  }
}
