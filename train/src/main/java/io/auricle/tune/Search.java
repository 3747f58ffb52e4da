package io.auricle.tune;

import io.auricle.eval.metric.Metric;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.FoldOptions;
import io.auricle.yaml.Needed;
import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlFile;
import io.auricle.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search as written in its YAML file.
 *
 * @param experiment file of the experiment, beside the search's own
 * @param set settings that all trials share
 * @param method how candidates are found
 * @param draws number of trials of a random search; 30 if left out
 * @param seed of the draws
 * @param folds how tracks are dealt
 * @param metric by which trials are compared; accuracy if left out
 * @param halving successive halving, or none
 * @param median the median rule, or none; not both
 * @param space what is searched: settings as for {@code train --set}
 */
public record Search(
    @Needed String experiment,
    Map<String, String> set,
    Method method,
    Integer draws,
    long seed,
    FoldOptions folds,
    Metric metric,
    @Nullable Halving halving,
    @Nullable MedianRule median,
    @Needed Map<String, SettingValues> space) {
  private static final int DEFAULT_DRAWS = 30;
  private static final int MOST_DRAWS = 10_000;
  private static final YamlBinder BINDER =
      new YamlBinder()
          .reads(SettingValues.class, (binder, node, name) -> SettingValues.of(node, name));

  /** How candidates are found. */
  public enum Method {
    /** Drawn from the space. */
    RANDOM,
    /** All combinations. */
    GRID
  }

  public Search {
    if (experiment == null || experiment.isBlank()) {
      throw new IllegalArgumentException("experiment is missing: the file that is tuned");
    }
    if (space == null || space.isEmpty()) {
      throw new IllegalArgumentException("space must name one setting at least, with its values");
    }
    space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
    set = set == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(set));
    method = method == null ? Method.RANDOM : method;
    draws = draws == null ? DEFAULT_DRAWS : draws;
    folds = folds == null ? FoldOptions.defaults() : folds;
    metric = metric == null ? Metric.ACCURACY : metric;
    for (String key : space.keySet()) {
      if (set.containsKey(key)) {
        throw new IllegalArgumentException(key + " must be in set or in space, not in both");
      }
    }
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "draws=%d must be in [1, %d]".formatted(draws, MOST_DRAWS));
    }
    if (halving != null && median != null) {
      throw new IllegalArgumentException("one of halving and median must be given, not both");
    }
  }

  /**
   * Reads a search.
   *
   * @throws ExperimentException if the file cannot be read, or says something that is not allowed
   */
  public static Search read(Path file) throws ExperimentException {
    try {
      return YamlFile.read(file, text -> BINDER.read(YamlNode.parse(text).plain(), Search.class));
    } catch (YamlException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
  }
}
