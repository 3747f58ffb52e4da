package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.Framing;

/**
 * The sound itself, {@code [samples][1]}, as networks take it that hear the wave: wav2vec 2.0
 * (Baevski et al. 2020, arXiv:2006.11477) and its kin.
 *
 * @param sampleRateHz rate of the signal
 * @param standardised whether the whole is brought to mean 0 and variance 1, {@code (x - mean) /
 *     sqrt(variance + 1e-7)}, as Hugging Face's {@code Wav2Vec2FeatureExtractor} does
 */
public record SamplesOptions(int sampleRateHz, boolean standardised) implements FeatureOptions {
  public SamplesOptions {
    Framing.checkRate(sampleRateHz);
  }

  @Override
  public String set() {
    return "samples";
  }

  @Override
  public FeatureExtractor extractor() {
    return new SamplesExtractor(this);
  }
}
