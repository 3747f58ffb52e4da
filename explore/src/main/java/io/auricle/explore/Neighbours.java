package io.auricle.explore;

/**
 * The nearest other points of each point, by Euclidean distance, nearest first; of equal ones that
 * of the lower row first. Exact. Immutable.
 */
final class Neighbours {
  private final int count;
  private final int[] rows;
  private final double[] squaredDistances;

  private Neighbours(int count, int[] rows, double[] squaredDistances) {
    this.count = count;
    this.rows = rows;
    this.squaredDistances = squaredDistances;
  }

  static Neighbours of(Points points, int count, Ranges ranges) {
    int n = points.rows();
    if (count < 1 || count >= n) {
      throw new IllegalArgumentException(
          "count=%d must be in [1, %d], fewer than rows".formatted(count, n - 1));
    }
    int[] rows = new int[n * count];
    double[] distances = new double[n * count];
    Distances all = new Distances(points);
    ranges.run(
        n,
        (from, end) -> {
          double[] squared = new double[n];
          for (int row = from; row < end; row++) {
            all.fill(row, squared);
            find(squared, row, count, rows, distances);
          }
        });
    return new Neighbours(count, rows, distances);
  }

  /** Keeps the nearest so far in a heap whose top is the farthest of them, then sorts it. */
  private static void find(double[] squared, int row, int count, int[] rows, double[] distances) {
    int offset = row * count;
    int filled = 0;
    for (int other = 0; other < squared.length; other++) {
      if (other == row) {
        continue;
      }
      double distance = squared[other];
      if (filled < count) {
        rise(rows, distances, offset, filled++, other, distance);
      } else if (distance < distances[offset]) {
        sink(rows, distances, offset, count, other, distance);
      }
    }
    for (int last = count - 1; last > 0; last--) {
      int farthest = rows[offset];
      double distance = distances[offset];
      sink(rows, distances, offset, last, rows[offset + last], distances[offset + last]);
      rows[offset + last] = farthest;
      distances[offset + last] = distance;
    }
  }

  private static boolean after(double distance, int row, double otherDistance, int otherRow) {
    return distance > otherDistance || (distance == otherDistance && row > otherRow);
  }

  private static void rise(
      int[] rows, double[] distances, int offset, int at, int row, double distance) {
    int place = at;
    while (place > 0) {
      int parent = (place - 1) / 2;
      if (!after(distance, row, distances[offset + parent], rows[offset + parent])) {
        break;
      }
      rows[offset + place] = rows[offset + parent];
      distances[offset + place] = distances[offset + parent];
      place = parent;
    }
    rows[offset + place] = row;
    distances[offset + place] = distance;
  }

  private static void sink(
      int[] rows, double[] distances, int offset, int size, int row, double distance) {
    int place = 0;
    while (true) {
      int child = 2 * place + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size
          && after(
              distances[offset + child + 1],
              rows[offset + child + 1],
              distances[offset + child],
              rows[offset + child])) {
        child++;
      }
      if (!after(distances[offset + child], rows[offset + child], distance, row)) {
        break;
      }
      rows[offset + place] = rows[offset + child];
      distances[offset + place] = distances[offset + child];
      place = child;
    }
    rows[offset + place] = row;
    distances[offset + place] = distance;
  }

  /** How many each point has. */
  int count() {
    return count;
  }

  /** The row of a point's neighbour, the nearest being 0. */
  int row(int point, int rank) {
    return rows[point * count + rank];
  }

  double squaredDistance(int point, int rank) {
    return squaredDistances[point * count + rank];
  }
}
