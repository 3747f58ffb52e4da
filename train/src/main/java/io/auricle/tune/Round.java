package io.auricle.tune;

import io.auricle.eval.metric.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A round of successive halving; a search without it has one.
 *
 * @param folds on which each trial is scored
 * @param epochs that a network is allowed; those of its own settings may be fewer
 * @param shrinking by what the number of trials has shrunk when the round is over
 * @param last whether it is the last
 */
record Round(int folds, int epochs, double shrinking, boolean last) {
  /**
   * All rounds.
   *
   * @param most epochs of any trial; 0 for classical models
   */
  static List<Round> of(Search search, int most) {
    int folds = search.folds().count();
    Halving halving = search.halving();
    List<Round> rounds = new ArrayList<>();
    if (halving != null) {
      double shrinking = halving.factor();
      int end = most > 0 ? most : folds;
      for (long budget = halving.start(); budget < end; budget *= halving.factor()) {
        rounds.add(
            most > 0
                ? new Round(folds, (int) budget, shrinking, false)
                : new Round((int) budget, 0, shrinking, false));
        shrinking *= halving.factor();
      }
    }
    rounds.add(new Round(folds, most, 1, true));
    return rounds;
  }

  /** How many of all trials are left after this round. */
  int kept(int all) {
    return Math.max(1, (int) Math.ceil(all / shrinking - 1e-9));
  }

  /** The trials by what they scored in this round, best first. */
  List<Trial> ranked(List<Trial> trials, Metric metric) {
    return trials.stream()
        .sorted(
            Comparator.comparingDouble((Trial trial) -> -Trials.worth(mean(trial), metric))
                .thenComparingInt(Trial::number))
        .toList();
  }

  /** Of the scores of this round: a resumed trial may have some of the next. */
  private double mean(Trial trial) {
    int allowed =
        trial.folds().stream().mapToInt(FoldScore::epochs).filter(e -> e <= epochs).max().orElse(0);
    return Trial.mean(
        trial.folds().stream().filter(s -> s.epochs() == allowed && s.fold() <= folds).toList());
  }

  @Override
  public String toString() {
    return epochs > 0 ? epochs + " epochs" : folds + " folds";
  }
}
