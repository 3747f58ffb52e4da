package io.auricle.feature.published;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statistics of {@link Gtzan57Options} without those of the harmonic and the percussive sound:
 * the 53 columns of published tables that lack these four.
 *
 * @param statistics all 57
 */
public record Gtzan53Options(Gtzan57Options statistics) implements FeatureOptions {
  @Override
  public String set() {
    return "gtzan53";
  }

  @Override
  public int sampleRateHz() {
    return statistics.sampleRateHz();
  }

  @Override
  public FeatureOptions base() {
    return statistics;
  }

  @Override
  public FeatureMatrix derive(FeatureMatrix ofBase) {
    return ofBase.columns(places(statistics.extractor().columns()));
  }

  @Override
  public FeatureExtractor extractor() {
    return GtzanTable.extractor(this, statistics.grid(), false, GtzanTable.ONE_TEMPO);
  }

  /** Where the columns that are kept stand among all. */
  private static List<Integer> places(List<String> columns) {
    return IntStream.range(0, columns.size())
        .filter(c -> !columns.get(c).matches("(harmony|perceptr)_.*"))
        .boxed()
        .toList();
  }
}
