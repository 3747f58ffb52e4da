package io.auricle.eval.scored;

import java.util.Arrays;

/**
 * Items by falling score, in runs of equal ones. Sorted without comparing boxed numbers: the
 * distinct scores first, then the items counted into their runs.
 */
public final class Descent {
  private final double[] runScores;
  private final int[] runEnds;
  private final int[] items;

  private Descent(double[] runScores, int[] runEnds, int[] items) {
    this.runScores = runScores;
    this.runEnds = runEnds;
    this.items = items;
  }

  /** Sorts; NaN must not be among the scores. Items of equal score keep their order. */
  public static Descent of(double[] scores) {
    // 0 is added so that -0.0 and 0.0 are one score.
    double[] distinct = Arrays.stream(scores).map(score -> score + 0.0).toArray();
    Arrays.parallelSort(distinct);
    int count = 0;
    for (int i = 0; i < distinct.length; i++) {
      if (i == 0 || distinct[i] != distinct[i - 1]) {
        distinct[count++] = distinct[i];
      }
    }
    int[] runs = new int[scores.length];
    int[] ends = new int[count];
    for (int i = 0; i < scores.length; i++) {
      runs[i] = count - 1 - Arrays.binarySearch(distinct, 0, count, scores[i] + 0.0);
      ends[runs[i]]++;
    }
    Arrays.parallelPrefix(ends, Integer::sum);
    int[] next = new int[count];
    System.arraycopy(ends, 0, next, 1, count - 1);
    int[] items = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      items[next[runs[i]]++] = i;
    }
    double[] falling = new double[count];
    for (int run = 0; run < count; run++) {
      falling[run] = distinct[count - 1 - run];
    }
    return new Descent(falling, ends, items);
  }

  /** Number of distinct scores. */
  public int runCount() {
    return runEnds.length;
  }

  /** The score of a run; the first run has the highest. */
  public double score(int run) {
    return runScores[run];
  }

  /** The rank behind the last item of a run. */
  public int runEnd(int run) {
    return runEnds[run];
  }

  /** The item of a rank. */
  public int item(int rank) {
    return items[rank];
  }
}
