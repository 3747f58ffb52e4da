package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.KernelExtractor;
import io.auricle.feature.melstats.MelStatistics;

/**
 * Statistics of a log-mel spectrogram, one row a signal: what {@link MelStatistics} says of its
 * timbre, its change over time and its rhythm.
 *
 * @param mel the spectrogram; 128 bands
 */
public record MelStatisticsOptions(MelOptions mel) implements FeatureOptions {
  public MelStatisticsOptions {
    if (mel.bands() != MelStatistics.BANDS) {
      throw new IllegalArgumentException(
          "mel.bands=%d must be %d".formatted(mel.bands(), MelStatistics.BANDS));
    }
  }

  @Override
  public String set() {
    return "melstats";
  }

  @Override
  public int sampleRateHz() {
    return mel.sampleRateHz();
  }

  @Override
  public FeatureOptions base() {
    return mel;
  }

  @Override
  public FeatureMatrix derive(FeatureMatrix ofBase) {
    return MelStatistics.of(ofBase, mel.floorDb());
  }

  @Override
  public FeatureExtractor extractor() {
    return new KernelExtractor<>(
        this,
        mel.grid(),
        MelStatistics.columns(),
        sound -> new WholeMatrix(mel.kernel(sound), mel.bands(), this::derive));
  }
}
