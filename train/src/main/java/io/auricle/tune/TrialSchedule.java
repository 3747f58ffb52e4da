package io.auricle.tune;

import io.auricle.experiment.ExperimentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Which trial is trained on which fold and when: several trials at once, each fold by fold. What is
 * given up depends on scores alone, never on the order in which they come in.
 */
final class TrialSchedule {
  private final Search search;
  private final Trials trials;
  private final Scorer scorer;
  private final int threads;

  /** Trains one fold of a trial. */
  interface Scorer {
    /** The most epochs that a trial may have; 0 for a classical model. */
    int epochs(Trial trial);

    /**
     * The score on a fold.
     *
     * @param fold counted from 1
     * @param epochs as the budget allows; 0 for a classical model
     * @throws ExperimentException if it cannot be trained
     */
    double score(Trial trial, int fold, int epochs)
        throws ExperimentException, IOException, InterruptedException;

    /** Told of each trial that gets no further. */
    void ended(Trial trial);
  }

  /**
   * @param threads trials at once
   */
  TrialSchedule(Search search, Trials trials, Scorer scorer, int threads) {
    this.search = search;
    this.trials = trials;
    this.scorer = scorer;
    this.threads = threads;
  }

  /** Goes on until no trial is open. */
  void run() throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Round round : Round.of(search, most())) {
        MedianRule median = search.median();
        List<Trial> all = trials.all();
        run(pool, round, all, median == null ? all.size() : median.group());
        if (!round.last()) {
          keepBest(round);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private int most() {
    return trials.all().stream().mapToInt(scorer::epochs).max().orElse(0);
  }

  private List<Trial> open() {
    return trials.all().stream().filter(t -> t.status() == Trial.Status.OPEN).toList();
  }

  private void run(ExecutorService pool, Round round, List<Trial> all, int group)
      throws IOException, InterruptedException {
    for (int first = 0; first < all.size(); first += group) {
      int before = all.get(first).number();
      List<Future<?>> running = new ArrayList<>();
      for (Trial trial : all.subList(first, Math.min(all.size(), first + group))) {
        if (trial.status() == Trial.Status.OPEN) {
          running.add(
              pool.submit(
                  () -> {
                    run(trial, round, before);
                    return null;
                  }));
        }
      }
      for (Future<?> future : running) {
        await(future);
      }
    }
  }

  private static void await(Future<?> future) throws IOException, InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw new IOException(io.getMessage(), io);
      }
      throw new IllegalStateException("a trial ended: " + e.getCause(), e);
    }
  }

  private void run(Trial first, Round round, int before) throws IOException, InterruptedException {
    Trial trial = first;
    int epochs = Math.min(round.epochs(), scorer.epochs(trial));
    for (int fold = 1; fold <= round.folds(); fold++) {
      if (!has(trial, fold, epochs)) {
        long start = System.nanoTime();
        try {
          double score = scorer.score(trial, fold, epochs);
          double seconds = (System.nanoTime() - start) / 1e9;
          trial = trial.with(new FoldScore(fold, epochs, score, seconds));
          trials.put(trial);
        } catch (ExperimentException e) {
          end(trial, Trial.Status.FAILED, String.valueOf(e.getMessage()));
          return;
        }
      }
      if (hopeless(trial, fold, before)) {
        end(trial, Trial.Status.STOPPED, "worse than the median after %d folds".formatted(fold));
        return;
      }
    }
    if (round.last()) {
      end(trial, Trial.Status.DONE, null);
    }
  }

  private void end(Trial trial, Trial.Status status, @Nullable String why) throws IOException {
    Trial ended = trial.with(status, why);
    trials.put(ended);
    scorer.ended(ended);
  }

  private static boolean has(Trial trial, int fold, int epochs) {
    return trial.folds().stream().anyMatch(s -> s.fold() == fold && s.epochs() == epochs);
  }

  /** The median rule, against the trials of earlier groups. */
  private boolean hopeless(Trial trial, int fold, int before) {
    MedianRule rule = search.median();
    if (rule == null || fold < rule.folds() || fold >= search.folds().count()) {
      return false;
    }
    double[] others =
        trials.all().stream()
            .filter(t -> t.number() < before && t.best().size() >= fold)
            .mapToDouble(t -> worthAfter(t, fold))
            .sorted()
            .toArray();
    if (others.length == 0) {
      return false;
    }
    int middle = others.length / 2;
    double median =
        others.length % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
    return worthAfter(trial, fold) < median;
  }

  private double worthAfter(Trial trial, int folds) {
    return Trials.worth(Trial.mean(trial.best().subList(0, folds)), search.metric());
  }

  /** Ends all but the best of a round. */
  private void keepBest(Round round) throws IOException {
    List<Trial> ranked = round.ranked(open(), search.metric());
    // Of all there ever were: a resumed search finds those that went on, and must keep them.
    int kept = round.kept(trials.all().size());
    for (int place = kept; place < ranked.size(); place++) {
      end(
          ranked.get(place),
          Trial.Status.STOPPED,
          "place %d after %s, %d went on".formatted(place + 1, round, kept));
    }
  }
}
