package io.auricle.neural;

import io.auricle.neural.batch.ClipSource;
import java.util.List;
import java.util.stream.IntStream;

/** The area under the ROC curve: the chance that a clip of a class outranks one of none. */
final class RankArea {
  private RankArea() {}

  /**
   * The mean over all classes that have clips inside and outside; 0.5 if there is none.
   *
   * @param scores of each clip, a value for each class first
   */
  static double mean(List<double[]> scores, ClipSource clips) {
    double sum = 0;
    int counted = 0;
    for (int c = 0; c < clips.classes().size(); c++) {
      int label = c;
      double[] values = scores.stream().mapToDouble(row -> row[label]).toArray();
      boolean[] inside = new boolean[values.length];
      int members = 0;
      for (int i = 0; i < values.length; i++) {
        inside[i] = clips.isOf(i, c);
        members += inside[i] ? 1 : 0;
      }
      if (members > 0 && members < values.length) {
        sum += area(values, inside, members);
        counted++;
      }
    }
    return counted == 0 ? 0.5 : sum / counted;
  }

  /** By the sum of ranks (Mann and Whitney 1947), equal values sharing theirs. */
  private static double area(double[] values, boolean[] inside, int members) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double ranks = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      int tied = 0;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        tied += inside[order[to++]] ? 1 : 0;
      }
      ranks += tied * (from + 1 + to) / 2.0;
      from = to;
    }
    double most = (double) members * (values.length - members);
    return (ranks - members * (members + 1) / 2.0) / most;
  }
}
