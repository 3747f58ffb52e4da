package io.auricle.bundle;

import java.util.List;
import java.util.Map;

/**
 * What a model was made from and how well it did.
 *
 * @param seed of everything random
 * @param data the data sets it learned from or was chosen on
 * @param metrics measured figures, each with its data set and split
 */
public record Training(long seed, List<DataUse> data, List<Metric> metrics) {
  /**
   * A data set as it was used.
   *
   * @param dataset name in the catalogue of data sets
   * @param split name of the split, in words where it has no file
   * @param splitHash first 16 hexadecimal digits of the SHA-256 of the split; empty if unknown
   * @param tracks number of tracks by part (train, validation, test)
   */
  public record DataUse(
      String dataset, String split, String splitHash, Map<String, Integer> tracks) {
    public DataUse {
      Checks.present(dataset, "dataset");
      Checks.present(split, "split");
      Checks.present(splitHash, "splitHash");
      Checks.present(tracks, "tracks");
      tracks = Map.copyOf(tracks);
    }
  }

  /**
   * A measured figure.
   *
   * @param name for instance {@code accuracy}
   * @param dataset where it was measured
   * @param split which part of which split
   * @param value the figure
   * @param low lower end of its 95 % confidence interval
   * @param high upper end
   */
  public record Metric(
      String name, String dataset, String split, double value, double low, double high) {
    public Metric {
      Checks.present(name, "name");
      Checks.present(dataset, "dataset");
      Checks.present(split, "split");
      if (!(low <= value && value <= high)) {
        throw new IllegalArgumentException(
            "%s=%s must be in its interval [%s, %s]".formatted(name, value, low, high));
      }
    }
  }

  public Training {
    Checks.present(data, "data");
    Checks.present(metrics, "metrics");
    data = List.copyOf(data);
    metrics = List.copyOf(metrics);
  }

  /** Of a model of unknown origin. */
  public static Training unknown() {
    return new Training(0, List.of(), List.of());
  }
}
