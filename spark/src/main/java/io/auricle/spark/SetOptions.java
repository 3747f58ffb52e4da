package io.auricle.spark;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.set.FeatureSets;
import io.auricle.spark.work.SoundLimits;
import java.util.List;

/**
 * Which features files have.
 *
 * @param set name of a set of the catalogue
 * @param arrays whether values stand in an array; else, for sets of statistics, a column each
 * @param limits what one file may cost
 */
public record SetOptions(String set, boolean arrays, SoundLimits limits) {
  /**
   * @throws IllegalArgumentException if there is no such set, or it has a row a frame and is not to
   *     stand in arrays
   */
  public SetOptions {
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    if (!arrays && isPerFrame(extractor)) {
      throw new IllegalArgumentException(
          "set=%s has a row a frame, which needs arrays".formatted(set));
    }
  }

  /** A set in the form that suits it, with the usual limits. */
  public static SetOptions of(String set) {
    return new SetOptions(set, isPerFrame(FeatureSets.named(set).extractor()), SoundLimits.DEFAULT);
  }

  public SetOptions withArrays() {
    return new SetOptions(set, true, limits);
  }

  public SetOptions withLimits(SoundLimits other) {
    return new SetOptions(set, arrays, other);
  }

  List<String> columns() {
    return FeatureSets.named(set).extractor().columns();
  }

  /** Whether the number of rows depends on the length of a sound. */
  private static boolean isPerFrame(FeatureExtractor extractor) {
    int rateHz = extractor.options().sampleRateHz();
    Signal silence = Signal.of(new float[10 * rateHz], rateHz);
    return extractor.extract(silence).frameCount() > 1;
  }
}
