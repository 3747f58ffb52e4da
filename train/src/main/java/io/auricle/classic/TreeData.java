package io.auricle.classic;

import io.auricle.classic.model.TrainingSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Training vectors by column, each column's order known. Shared by all trees; not written to. */
final class TreeData {
  private final int[] labels;
  private final int labelCount;
  private final float[][] sorted;
  private final int[][] order;
  private final int[][] rank;

  private TreeData(int[] labels, int labelCount, float[][] sorted, int[][] order, int[][] rank) {
    this.labels = labels;
    this.labelCount = labelCount;
    this.sorted = sorted;
    this.order = order;
    this.rank = rank;
  }

  static TreeData of(TrainingSet data) {
    int columns = data.columnCount();
    int n = data.examples().size();
    float[][] sorted = new float[columns][n];
    int[][] order = new int[columns][];
    int[][] rank = new int[columns][n];
    for (int c = 0; c < columns; c++) {
      int column = c;
      order[c] =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparing(e -> data.examples().get(e).values().at(0, column)))
              .mapToInt(e -> e)
              .toArray();
      for (int r = 0; r < n; r++) {
        rank[c][order[c][r]] = r;
        sorted[c][r] = data.examples().get(order[c][r]).values().at(0, c);
      }
    }
    int[] labels = data.examples().stream().mapToInt(TrainingSet.Vector::label).toArray();
    return new TreeData(labels, data.labels().size(), sorted, order, rank);
  }

  int size() {
    return labels.length;
  }

  int columnCount() {
    return order.length;
  }

  int labelCount() {
    return labelCount;
  }

  int label(int example) {
    return labels[example];
  }

  /** The place of an example in the order of a column; each is taken once. */
  int rank(int column, int example) {
    return rank[column][example];
  }

  /** Writes the ranks of some examples into the start of an array, in order. */
  void sortedRanks(int column, int[] examples, int from, int to, int[] ranks) {
    int[] all = rank[column];
    for (int i = from; i < to; i++) {
      ranks[i - from] = all[examples[i]];
    }
    Arrays.sort(ranks, 0, to - from);
  }

  /** The example at a place in the order of a column. */
  int example(int column, int rank) {
    return order[column][rank];
  }

  float value(int column, int rank) {
    return sorted[column][rank];
  }
}
