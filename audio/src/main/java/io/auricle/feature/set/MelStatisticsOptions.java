package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.melstats.MelStatistics;
import java.util.List;

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
    return new Extractor(this, mel.extractor());
  }

  private record Extractor(MelStatisticsOptions options, FeatureExtractor mel)
      implements FeatureExtractor {
    @Override
    public List<String> columns() {
      return MelStatistics.columns();
    }

    @Override
    public FeatureMatrix extract(Signal signal) {
      return options.derive(mel.extract(signal));
    }
  }
}
