package io.auricle.feature;

/**
 * The 57 statistics of the published GTZAN feature table.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame
 * @param hopLength samples between frames
 */
public record Gtzan57Options(int sampleRateHz, int frameLength, int hopLength)
    implements FeatureOptions {

  @Override
  public String set() {
    return "gtzan57";
  }

  @Override
  public FeatureExtractor extractor() {
    throw new IllegalStateException("being built");
  }
}
