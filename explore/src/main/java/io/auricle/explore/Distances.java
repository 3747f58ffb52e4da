package io.auricle.explore;

import java.util.Arrays;

/**
 * Squared Euclidean distances of one point to all others. Coordinates lie column by column here:
 * the compiler then works on several points at once. Immutable.
 */
final class Distances {
  private static final int BLOCK = 1024;

  private final int rows;
  private final int columns;
  private final double[] byColumn;

  Distances(Points points) {
    this.rows = points.rows();
    this.columns = points.columns();
    this.byColumn = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        byColumn[column * rows + row] = points.at(row, column);
      }
    }
  }

  /** Fills in the squared distance of a point to each, itself included. */
  void fill(int row, double[] distances) {
    Arrays.fill(distances, 0);
    // Blocks that stay in the fastest memory while all columns are added.
    for (int from = 0; from < rows; from += BLOCK) {
      int end = Math.min(rows, from + BLOCK);
      for (int column = 0; column < columns; column++) {
        add(byColumn[column * rows + row], column * rows, from, end, distances);
      }
    }
  }

  private void add(double own, int offset, int from, int end, double[] distances) {
    for (int other = from; other < end; other++) {
      double difference = byColumn[offset + other] - own;
      distances[other] += difference * difference;
    }
  }
}
