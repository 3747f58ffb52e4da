package io.auricle.eval.metric;

import io.auricle.eval.scored.Descent;
import java.util.Arrays;

/**
 * Items by falling score of one class against whether they are of it, sorted once, so that the
 * areas under any weights of the items take one pass.
 */
final class Ranking {
  /** The groups of the items by falling score; of equal scores those of the class come first. */
  private final int[] groups;

  /**
   * Where runs of the ranking end, three for each score that items of the class have: the items of
   * other classes above, those of the class, those of other classes with the same score.
   */
  private final int[] ends;

  private Ranking(int[] groups, int[] ends) {
    this.groups = groups;
    this.ends = ends;
  }

  /**
   * The areas under the curves of one class; both NaN if no item is of it, or every one.
   *
   * @param roc chance that an item of the class has a higher score than another, ties counting half
   * @param precision average precision: mean over the items of the class of the precision among the
   *     items of at least their score, as scikit-learn defines it
   */
  record Areas(double roc, double precision) {
    boolean isDefined() {
      return !Double.isNaN(roc);
    }
  }

  /**
   * Ranks items.
   *
   * @param groups the number of each item's group
   */
  static Ranking of(double[] scores, boolean[] positive, int[] groups) {
    Descent descent = Descent.of(scores);
    int[] ranked = new int[scores.length];
    int[] ends = new int[3 * descent.runCount()];
    int used = 0;
    int from = 0;
    for (int run = 0; run < descent.runCount(); run++) {
      int to = descent.runEnd(run);
      int first = from;
      int last = to;
      for (int rank = from; rank < to; rank++) {
        int item = descent.item(rank);
        ranked[positive[item] ? first++ : --last] = groups[item];
      }
      if (first > from) {
        ends[used++] = from;
        ends[used++] = first;
        ends[used++] = to;
      }
      from = to;
    }
    return new Ranking(ranked, Arrays.copyOf(ends, used));
  }

  /** The areas with each item as often as its group's weight says. */
  Areas areas(int[] weights) {
    long positives = 0;
    long negatives = 0;
    // Twice the number of pairs in the wrong order.
    long wrong = 0;
    double precisions = 0;
    int from = 0;
    for (int e = 0; e < ends.length; e += 3) {
      negatives += sum(weights, from, ends[e]);
      int equalPositives = sum(weights, ends[e], ends[e + 1]);
      int equalNegatives = sum(weights, ends[e + 1], ends[e + 2]);
      wrong += equalPositives * (2 * negatives + equalNegatives);
      positives += equalPositives;
      negatives += equalNegatives;
      if (equalPositives > 0) {
        precisions += equalPositives * ((double) positives / (positives + negatives));
      }
      from = ends[e + 2];
    }
    negatives += sum(weights, from, groups.length);
    if (positives == 0 || negatives == 0) {
      return new Areas(Double.NaN, Double.NaN);
    }
    long pairs = 2 * positives * negatives;
    return new Areas((double) (pairs - wrong) / pairs, precisions / positives);
  }

  private int sum(int[] weights, int from, int to) {
    int sum = 0;
    for (int rank = from; rank < to; rank++) {
      sum += weights[groups[rank]];
    }
    return sum;
  }
}
