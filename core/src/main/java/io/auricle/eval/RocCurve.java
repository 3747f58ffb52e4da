package io.auricle.eval;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The ranking of items by the score of one class, against whether they are of it. Its area is the
 * chance that an item of the class has a higher score than one of another, ties counting half.
 * Sorted once, so that the area under any weights of the items takes one pass.
 */
final class RocCurve {
  private static final int TIE_ENDS = 1;
  private static final int POSITIVE = 2;

  /** Item numbers by ascending score, shifted by two bits, with the two marks above. */
  private final int[] ranking;

  private RocCurve(int[] ranking) {
    this.ranking = ranking;
  }

  static RocCurve of(Estimates estimates, int classIndex) {
    int size = estimates.size();
    double[] scores = new double[size];
    for (int i = 0; i < size; i++) {
      scores[i] = estimates.score(i, classIndex);
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranking = new int[size];
    for (int rank = 0; rank < size; rank++) {
      int item = order[rank];
      boolean tieEnds = rank == size - 1 || scores[order[rank + 1]] > scores[item];
      ranking[rank] =
          item << 2
              | (estimates.reference(item) == classIndex ? POSITIVE : 0)
              | (tieEnds ? TIE_ENDS : 0);
    }
    return new RocCurve(ranking);
  }

  /** The area with each item as often as its weight says; NaN if one of the sides is empty. */
  double area(int[] weights) {
    long negatives = 0;
    long positives = 0;
    long tiedNegatives = 0;
    long tiedPositives = 0;
    long twiceTheArea = 0;
    for (int entry : ranking) {
      int weight = weights[entry >> 2];
      if ((entry & POSITIVE) != 0) {
        tiedPositives += weight;
      } else {
        tiedNegatives += weight;
      }
      if ((entry & TIE_ENDS) != 0) {
        twiceTheArea += tiedPositives * (2 * negatives + tiedNegatives);
        negatives += tiedNegatives;
        positives += tiedPositives;
        tiedNegatives = 0;
        tiedPositives = 0;
      }
    }
    return twiceTheArea / (2.0 * negatives * positives);
  }
}
