package io.auricle.explore;

import java.util.Arrays;

/**
 * Probabilities that two points are neighbours, {@code p_ij} of t-SNE: each point has a normal
 * distribution around it, as wide as its perplexity asks for; the two directions are averaged, the
 * sum of all is 1. Only the {@code 3 * perplexity + 1} nearest of each point count (van der Maaten
 * 2014). Sparse and symmetric. Immutable.
 */
final class Affinities {
  private static final double TOLERANCE = 1e-5;
  private static final int MOST_STEPS = 100;

  private final int[] starts;
  private final int[] rows;
  private final double[] values;

  private Affinities(int[] starts, int[] rows, double[] values) {
    this.starts = starts;
    this.rows = rows;
    this.values = values;
  }

  /**
   * Computes the probabilities.
   *
   * @throws IllegalArgumentException unless the perplexity is below the number of points
   */
  static Affinities of(Points points, double perplexity, Ranges ranges) {
    int n = points.rows();
    if (perplexity >= n) {
      throw new IllegalArgumentException(
          "perplexity=%s must be less than rows=%d".formatted(perplexity, n));
    }
    int count = Math.min(n - 1, (int) (3 * perplexity + 1));
    Neighbours near = Neighbours.of(points, count, ranges);
    double[] conditional = new double[n * count];
    ranges.run(
        n,
        (from, end) -> {
          for (int row = from; row < end; row++) {
            fill(near, row, Math.log(perplexity), conditional);
          }
        });
    return symmetric(near, n, conditional);
  }

  /** Seeks the width of one point's distribution by bisection of its entropy. */
  private static void fill(Neighbours near, int row, double entropy, double[] conditional) {
    int count = near.count();
    int offset = row * count;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      double sum = 0;
      double weighted = 0;
      // Relative to the nearest, so that not all become 0.
      double nearest = near.squaredDistance(row, 0);
      for (int rank = 0; rank < count; rank++) {
        double distance = near.squaredDistance(row, rank) - nearest;
        double weight = Math.exp(-beta * distance);
        conditional[offset + rank] = weight;
        sum += weight;
        weighted += weight * distance;
      }
      for (int rank = 0; rank < count; rank++) {
        conditional[offset + rank] /= sum;
      }
      double difference = Math.log(sum) + beta * weighted / sum - entropy;
      if (Math.abs(difference) <= TOLERANCE) {
        return;
      }
      if (difference > 0) {
        low = beta;
        beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (beta + high) / 2;
      } else {
        high = beta;
        beta = (beta + low) / 2;
      }
    }
  }

  private static Affinities symmetric(Neighbours near, int n, double[] conditional) {
    int count = near.count();
    int[] sizes = new int[n];
    int[] back = new int[n * count];
    for (int row = 0; row < n; row++) {
      sizes[row] += count;
      for (int rank = 0; rank < count; rank++) {
        int other = near.row(row, rank);
        back[row * count + rank] = rank(near, other, row);
        sizes[other] += back[row * count + rank] < 0 ? 1 : 0;
      }
    }
    int[] starts = new int[n + 1];
    for (int row = 0; row < n; row++) {
      starts[row + 1] = starts[row] + sizes[row];
    }
    int[] filled = Arrays.copyOf(starts, n);
    int[] rows = new int[starts[n]];
    double[] values = new double[starts[n]];
    for (int row = 0; row < n; row++) {
      for (int rank = 0; rank < count; rank++) {
        int other = near.row(row, rank);
        int backRank = back[row * count + rank];
        double value = conditional[row * count + rank] / (2.0 * n);
        if (backRank >= 0) {
          value += conditional[other * count + backRank] / (2.0 * n);
        } else {
          rows[filled[other]] = row;
          values[filled[other]++] = value;
        }
        rows[filled[row]] = other;
        values[filled[row]++] = value;
      }
    }
    return new Affinities(starts, rows, values);
  }

  private static int rank(Neighbours near, int row, int sought) {
    for (int rank = 0; rank < near.count(); rank++) {
      if (near.row(row, rank) == sought) {
        return rank;
      }
    }
    return -1;
  }

  /** The place of a point's first neighbour; its last is before the first of the next point. */
  int start(int row) {
    return starts[row];
  }

  /** The neighbour at a place. */
  int row(int place) {
    return rows[place];
  }

  /** The probability at a place. */
  double value(int place) {
    return values[place];
  }
}
