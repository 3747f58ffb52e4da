package io.auricle.featureset;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.set.FeatureSets;
import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlFile;
import java.nio.file.Path;

/**
 * Feature sets by name or from a file. A file either changes options of a set of the catalogue:
 *
 * <pre>{@code
 * set: mel
 * hopLength: 1024
 * }</pre>
 *
 * or puts features together, with statistics for one row a signal, without for a row a frame:
 *
 * <pre>{@code
 * name: timbre
 * sampleRateHz: 22050
 * frameLength: 2048
 * hopLength: 512
 * features:
 *   - mfcc: {coefficients: 13, lifter: 22, deltas: 2}
 *   - spectral-centroid
 *   - rms: {statistics: [mean, max]}
 * statistics: [mean, std]
 * }</pre>
 *
 * What is left out is as in librosa: 22,050 Hz, frames of 2048 samples, 512 apart and centred.
 */
public final class FeatureSetFile {
  private FeatureSetFile() {}

  /**
   * A set of the catalogue, or else of a file.
   *
   * @throws FeatureSetException if there is neither; the message gives the nearest name
   */
  public static FeatureOptions named(String nameOrPath) {
    if (FeatureSets.names().contains(nameOrPath)) {
      return FeatureSets.named(nameOrPath);
    }
    if (!nameOrPath.endsWith(".yaml") && !nameOrPath.endsWith(".yml")) {
      throw new FeatureSetException(
          "set=%s must be a .yaml file or one of %s; did you mean %s?"
              .formatted(
                  nameOrPath,
                  String.join(", ", FeatureSets.names()),
                  Nearest.of(nameOrPath, FeatureSets.names())),
          null);
    }
    return read(Path.of(nameOrPath));
  }

  /**
   * Reads a set.
   *
   * @throws FeatureSetException with file and line, if the file cannot be read or says something
   *     that is not allowed; unknown words come with the nearest valid one
   */
  public static FeatureOptions read(Path file) {
    try {
      return YamlFile.read(file, FeatureSetReader::read);
    } catch (YamlException e) {
      throw new FeatureSetException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The binder that reads features where a file names a set, a file of one, or {@code set} and the
   * options that differ from the catalogue's.
   */
  public static YamlBinder reads(YamlBinder binder) {
    return binder
        .tagged(FeatureOptions.class, "set")
        .reads(FeatureOptions.class, FeatureSetReader::embedded)
        .reads(FrameFeature.class, FeatureSetReader::feature);
  }
}
