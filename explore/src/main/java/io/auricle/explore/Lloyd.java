package io.auricle.explore;

import java.util.Arrays;
import java.util.SplittableRandom;

/** One start of k-means, until no point changes its cluster. */
final class Lloyd {
  private final Points points;
  private final int clusters;
  private final double[] centres;
  private final int[] assignment;
  private double inertia;

  private Lloyd(Points points, int clusters) {
    this.points = points;
    this.clusters = clusters;
    this.centres = new double[clusters * points.columns()];
    this.assignment = new int[points.rows()];
    Arrays.fill(assignment, -1);
  }

  static Lloyd run(Points points, KMeansOptions options, int start) {
    Lloyd run = new Lloyd(points, options.clusters());
    run.seed(new SplittableRandom(options.seed() * 1_000_003 + start));
    for (int i = 0; run.assign() && i < options.iterations(); i++) {
      run.move();
    }
    return run;
  }

  int[] assignment() {
    return assignment;
  }

  double[] centres() {
    return centres;
  }

  double inertia() {
    return inertia;
  }

  /** Each centre is the best of a few points drawn by their squared distance to those before. */
  private void seed(SplittableRandom random) {
    int rows = points.rows();
    int trials = 2 + (int) Math.log(clusters);
    double[] nearest = new double[rows];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    take(0, random.nextInt(rows), nearest);
    for (int c = 1; c < clusters; c++) {
      double[] best = new double[0];
      double least = Double.POSITIVE_INFINITY;
      int chosen = 0;
      double total = Arrays.stream(nearest).sum();
      for (int trial = 0; trial < trials; trial++) {
        int candidate = draw(nearest, random.nextDouble() * total);
        double[] left = nearest.clone();
        double sum = lower(left, candidate);
        if (sum < least) {
          least = sum;
          chosen = candidate;
          best = left;
        }
      }
      take(c, chosen, best);
      nearest = best;
    }
  }

  private void take(int cluster, int row, double[] nearest) {
    System.arraycopy(
        points.values(),
        row * points.columns(),
        centres,
        cluster * points.columns(),
        points.columns());
    lower(nearest, row);
  }

  private static int draw(double[] weights, double at) {
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      sum += weights[row];
      if (sum > at) {
        return row;
      }
    }
    return weights.length - 1;
  }

  private double lower(double[] nearest, int row) {
    double sum = 0;
    for (int other = 0; other < nearest.length; other++) {
      nearest[other] = Math.min(nearest[other], points.squaredDistance(row, other));
      sum += nearest[other];
    }
    return sum;
  }

  /** Gives each point to its nearest centre; whether any changed. */
  private boolean assign() {
    boolean changed = false;
    int columns = points.columns();
    inertia = 0;
    for (int row = 0; row < assignment.length; row++) {
      double least = Double.POSITIVE_INFINITY;
      int nearest = 0;
      for (int c = 0; c < clusters; c++) {
        double distance =
            Points.squaredDistance(points.values(), row * columns, centres, c * columns, columns);
        if (distance < least) {
          least = distance;
          nearest = c;
        }
      }
      inertia += least;
      changed |= assignment[row] != nearest;
      assignment[row] = nearest;
    }
    return changed;
  }

  /** Puts each centre into the middle of its points; one without points goes to the farthest. */
  private void move() {
    int columns = points.columns();
    int[] sizes = new int[clusters];
    double[] sums = new double[centres.length];
    for (int row = 0; row < assignment.length; row++) {
      sizes[assignment[row]]++;
      for (int i = 0; i < columns; i++) {
        sums[assignment[row] * columns + i] += points.at(row, i);
      }
    }
    boolean[] moved = new boolean[assignment.length];
    for (int c = 0; c < clusters; c++) {
      if (sizes[c] == 0) {
        int row = farthest(moved);
        moved[row] = true;
        System.arraycopy(points.values(), row * columns, centres, c * columns, columns);
      } else {
        for (int i = 0; i < columns; i++) {
          centres[c * columns + i] = sums[c * columns + i] / sizes[c];
        }
      }
    }
  }

  private int farthest(boolean[] except) {
    int columns = points.columns();
    int farthest = 0;
    double most = -1;
    for (int row = 0; row < assignment.length; row++) {
      double distance =
          Points.squaredDistance(
              points.values(), row * columns, centres, assignment[row] * columns, columns);
      if (!except[row] && distance > most) {
        most = distance;
        farthest = row;
      }
    }
    return farthest;
  }
}
