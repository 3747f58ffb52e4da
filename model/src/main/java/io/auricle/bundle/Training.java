package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a model was made from and how well it did.
 *
 * @param seed of everything random
 * @param data the data sets it learned from or was chosen on
 * @param metrics measured figures, each with its data set and split
 * @param confusions what was taken for what, each with its data set and split; none of tags, and
 *     none in older cards
 */
public record Training(
    long seed,
    List<DataUse> data,
    List<Metric> metrics,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Confusion> confusions) {
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

  /**
   * How often tracks of one label were taken for another.
   *
   * @param dataset where it was measured
   * @param split which part of which split
   * @param counts of tracks: a row for each true label, a column for each that was heard, both in
   *     the order of the card's labels
   */
  public record Confusion(String dataset, String split, List<List<Long>> counts) {
    public Confusion {
      Checks.present(dataset, "dataset");
      Checks.present(split, "split");
      Checks.filled(counts, "counts");
      for (List<Long> row : counts) {
        Checks.filled(row, "a row of counts");
        if (row.size() != counts.size()) {
          throw new IllegalArgumentException(
              "counts=%s must be as many columns as rows".formatted(counts));
        }
        if (row.stream().anyMatch(count -> count == null || count < 0)) {
          throw new IllegalArgumentException("counts=%s must be 0 or more".formatted(counts));
        }
      }
      counts = counts.stream().map(List::copyOf).toList();
    }
  }

  public Training {
    Checks.present(data, "data");
    Checks.present(metrics, "metrics");
    data = List.copyOf(data);
    metrics = List.copyOf(metrics);
    confusions = confusions == null ? List.of() : List.copyOf(confusions);
  }

  /** Before anything was measured. */
  public static Training of(long seed, List<DataUse> data) {
    return new Training(seed, data, List.of(), List.of());
  }

  /** The same with these figures in place of its own. */
  public Training withMeasured(List<Metric> others, List<Confusion> matrices) {
    return new Training(seed, data, others, matrices);
  }

  /** Of a model of unknown origin. */
  public static Training unknown() {
    return of(0, List.of());
  }
}
