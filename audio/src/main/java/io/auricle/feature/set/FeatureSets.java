package io.auricle.feature.set;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.feature.published.Chin97Options;
import io.auricle.feature.published.Groningen58Options;
import io.auricle.feature.published.Gtzan53Options;
import io.auricle.feature.published.Gtzan57Options;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The catalogue of feature sets: name and default options. Several names may stand for one set with
 * other options, as the front ends of networks that others have trained.
 */
public final class FeatureSets {
  private static final Map<String, FeatureOptions> SETS = sets();

  private FeatureSets() {}

  private static Map<String, FeatureOptions> sets() {
    Map<String, FeatureOptions> sets = new LinkedHashMap<>();
    for (FeatureOptions options :
        new FeatureOptions[] {
          new MelOptions(22050, 2048, 512, 128, -80),
          new MelStatisticsOptions(new MelOptions(22050, 2048, 3812, 128, -40, 512)),
          new MelImageOptions(new MelOptions(22050, 2048, 512, 128, -40), 218, 336),
          new StftOptions(22050, 1024, 512, -80),
          new MfccOptions(22050, 2048, 512, 128, 20),
          new WaveformOptions(22050, 26400, 500),
          new SamplesOptions(16000, true),
          new TonalOptions(22050, 2048, 512),
          new Gtzan57Options(22050, 2048, 512),
          new Gtzan53Options(new Gtzan57Options(22050, 2048, 512)),
          new Groningen58Options(22050, 2048, 512),
          new Chin97Options(22050, 2048, 512)
        }) {
      sets.put(options.set(), options);
    }
    sets.put("log-mel", LogMelOptions.OWN);
    sets.put("musicnn", LogMelOptions.MUSICNN);
    sets.put("musicnn-db", LogMelOptions.MUSICNN_DB);
    sets.put("efficientat", LogMelOptions.EFFICIENT_AT);
    sets.put("vggish", LogMelOptions.VGGISH);
    sets.put("yamnet", LogMelOptions.YAMNET);
    sets.put("ast", LogMelOptions.AST);
    return sets;
  }

  /** The names of all sets. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(SETS.keySet());
  }

  /**
   * The default options of a set.
   *
   * @throws IllegalArgumentException if there is no such set; the message lists those there are
   */
  public static FeatureOptions named(String name) {
    FeatureOptions options = SETS.get(name);
    if (options == null) {
      throw new IllegalArgumentException(
          "set=%s must be one of %s".formatted(name, String.join(", ", SETS.keySet())));
    }
    return options;
  }
}
