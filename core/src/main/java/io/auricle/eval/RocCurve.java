package io.auricle.eval;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The ranking of items by the score of one class, against whether they are of it. Its area is the
 * chance that an item of the class has a higher score than one of another, ties counting half.
 * Sorted once, so that the area under any weights of the items takes one pass.
 */
final class RocCurve {
  /** The groups of the items by ascending score; of equal scores those of the class come first. */
  private final int[] ranking;

  /**
   * Where runs of the ranking end, three for each score that items of the class have: the items of
   * other classes below, those of the class, those of other classes with the same score.
   */
  private final int[] ends;

  private RocCurve(int[] ranking, int[] ends) {
    this.ranking = ranking;
    this.ends = ends;
  }

  /**
   * Ranks the items.
   *
   * @param groups the number of each item's group
   */
  static RocCurve of(Estimates estimates, int classIndex, int[] groups) {
    int size = estimates.size();
    double[] scores = new double[size];
    boolean[] positive = new boolean[size];
    for (int i = 0; i < size; i++) {
      scores[i] = estimates.score(i, classIndex);
      positive[i] = estimates.reference(i) == classIndex;
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> scores[i])
                    .thenComparing(i -> !positive[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    IntStream.Builder ends = IntStream.builder();
    int rank = 0;
    while (rank < size) {
      int item = order[rank];
      if (!positive[item]) {
        rank++;
        continue;
      }
      ends.add(rank);
      while (rank < size && scores[order[rank]] == scores[item] && positive[order[rank]]) {
        rank++;
      }
      ends.add(rank);
      while (rank < size && scores[order[rank]] == scores[item]) {
        rank++;
      }
      ends.add(rank);
    }
    return new RocCurve(IntStream.of(order).map(i -> groups[i]).toArray(), ends.build().toArray());
  }

  /**
   * The area with each item as often as its group's weight says; NaN if no item of the class or of
   * the others has a weight.
   */
  double area(int[] groupWeights) {
    long negatives = 0;
    long positives = 0;
    long twiceTheArea = 0;
    int from = 0;
    for (int e = 0; e < ends.length; e += 3) {
      negatives += sum(groupWeights, from, ends[e]);
      int equalPositives = sum(groupWeights, ends[e], ends[e + 1]);
      int equalNegatives = sum(groupWeights, ends[e + 1], ends[e + 2]);
      twiceTheArea += equalPositives * (2 * negatives + equalNegatives);
      positives += equalPositives;
      negatives += equalNegatives;
      from = ends[e + 2];
    }
    negatives += sum(groupWeights, from, ranking.length);
    return twiceTheArea / (2.0 * negatives * positives);
  }

  private int sum(int[] groupWeights, int from, int to) {
    int sum = 0;
    for (int rank = from; rank < to; rank++) {
      sum += groupWeights[ranking[rank]];
    }
    return sum;
  }
}
