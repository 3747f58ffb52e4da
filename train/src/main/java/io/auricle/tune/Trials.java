package io.auricle.tune;

import static io.auricle.tune.Trial.Status.DONE;

import io.auricle.eval.metric.Metric;
import io.auricle.experiment.ExperimentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All trials of a search by their numbers, in memory and in their file. Thread-safe. */
final class Trials {
  private final TuneFolder folder;
  private final SortedMap<Integer, Trial> trials = new TreeMap<>();

  /**
   * The candidates, with what the folder knows of them already.
   *
   * @throws ExperimentException if the folder's trials are others
   */
  Trials(List<Map<String, Object>> candidates, TuneFolder folder)
      throws IOException, ExperimentException {
    this.folder = folder;
    for (Map<String, Object> settings : candidates) {
      int number = trials.size() + 1;
      trials.put(number, new Trial(number, settings, Trial.Status.OPEN, null, List.of()));
    }
    for (Trial known : folder.readTrials()) {
      Trial trial = trials.get(known.number());
      if (trial == null
          || !TuneFolder.json(trial.settings()).equals(TuneFolder.json(known.settings()))) {
        throw new ExperimentException(
            "%s: trial %d is not one of %s; was the search changed?"
                .formatted(folder.trials(), known.number(), folder.search()));
      }
      trials.put(
          known.number(),
          new Trial(
              known.number(), trial.settings(), known.status(), known.reason(), known.folds()));
    }
  }

  synchronized Trial get(int number) {
    Trial trial = trials.get(number);
    if (trial == null) {
      throw new IllegalArgumentException(
          "trial=" + number + " must be in [1, " + trials.size() + "]");
    }
    return trial;
  }

  synchronized void put(Trial trial) throws IOException {
    trials.put(trial.number(), trial);
    folder.writeTrials(trials.values());
  }

  synchronized List<Trial> all() {
    return new ArrayList<>(trials.values());
  }

  /** Best first: those that went further, then by their means, then by their numbers. */
  static List<Trial> ranked(List<Trial> trials, Metric metric) {
    Comparator<Trial> byMean =
        Comparator.comparingDouble(trial -> worth(Trial.mean(trial.best()), metric));
    return trials.stream()
        .sorted(
            Comparator.comparing((Trial trial) -> trial.status() != DONE)
                .thenComparingInt(trial -> trial.status() == DONE ? 0 : -trial.folds().size())
                .thenComparing(byMean.reversed())
                .thenComparingInt(Trial::number))
        .toList();
  }

  /** More is better, whatever the metric. */
  static double worth(double score, Metric metric) {
    return metric.higherIsBetter() ? score : -score;
  }
}
