package io.auricle.explore;

import java.util.Arrays;

/**
 * How far the neighbours in a picture are neighbours in the space it was made from (Venna and Kaski
 * 2001), in [0, 1]: each of the {@code k} nearest neighbours in the picture that is not among the
 * {@code k} nearest in the space costs the number of ranks by which it is too far there. As {@code
 * sklearn.manifold.trustworthiness}.
 */
final class Trustworthiness {
  private Trustworthiness() {}

  /**
   * Compares a picture with its space.
   *
   * @param picture the same points in the same order
   * @param neighbours k, below half the number of points
   */
  public static double of(Points space, Points picture, int neighbours, int threads) {
    int n = space.rows();
    if (picture.rows() != n) {
      throw new IllegalArgumentException(
          "picture.rows=%d must be space.rows=%d".formatted(picture.rows(), n));
    }
    if (neighbours < 1 || 2 * neighbours >= n) {
      throw new IllegalArgumentException(
          "neighbours=%d must be at least 1 and below half of rows=%d".formatted(neighbours, n));
    }
    long[] costs = new long[n];
    Distances distances = new Distances(space);
    try (Ranges ranges = new Ranges(threads)) {
      Neighbours near = Neighbours.of(picture, neighbours, ranges);
      ranges.run(
          n,
          (from, end) -> {
            double[] squared = new double[n];
            for (int row = from; row < end; row++) {
              distances.fill(row, squared);
              costs[row] = cost(squared, near, row, neighbours);
            }
          });
    }
    double k = neighbours;
    return 1 - 2.0 / (n * k * (2.0 * n - 3 * k - 1)) * Arrays.stream(costs).sum();
  }

  private static long cost(double[] squared, Neighbours near, int row, int neighbours) {
    double[] limits = new double[neighbours];
    for (int rank = 0; rank < neighbours; rank++) {
      limits[rank] = squared[near.row(row, rank)];
    }
    Arrays.sort(limits);
    int[] nearer = new int[neighbours];
    for (double distance : squared) {
      for (int i = neighbours - 1; i >= 0 && distance < limits[i]; i--) {
        nearer[i]++;
      }
    }
    // The point itself is among the nearer, so the number is the rank.
    return Arrays.stream(nearer).mapToLong(rank -> Math.max(0, rank - neighbours)).sum();
  }
}
