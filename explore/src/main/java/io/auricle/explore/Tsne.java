package io.auricle.explore;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Points laid out in a plane so that neighbours stay neighbours: t-distributed stochastic neighbour
 * embedding (van der Maaten and Hinton 2008) with the Barnes-Hut approximation (van der Maaten
 * 2014). It starts from the first two principal components, so there is no chance in it: the same
 * points give the same picture for any number of threads. Distances between groups and the sizes of
 * groups mean nothing. Tested against {@code sklearn.manifold.TSNE} by trustworthiness.
 */
final class Tsne {
  private static final double EXAGGERATION = 12;
  private static final double FIRST_DEVIATION = 1e-4;
  private static final double SMALLEST_GAIN = 0.01;
  private static final double STILL = 1e-7;
  private static final int CHECK = 50;

  private final TsneOptions options;
  private final Affinities affinities;
  private final Ranges ranges;
  private final int rows;
  private final double[] y;
  private final double[] attraction;
  private final double[] repulsion;
  private final double[] weights;
  private final double[] update;
  private final double[] gains;

  private Tsne(Points start, TsneOptions options, Affinities affinities, Ranges ranges) {
    this.options = options;
    this.affinities = affinities;
    this.ranges = ranges;
    this.rows = start.rows();
    this.y = start.values().clone();
    this.attraction = new double[2 * rows];
    this.repulsion = new double[2 * rows];
    this.weights = new double[rows];
    this.update = new double[2 * rows];
    this.gains = new double[2 * rows];
    Arrays.fill(gains, 1);
  }

  /**
   * Lays out points.
   *
   * @param points at least three, not all the same
   * @param progress told the number of iterations done
   * @return {@code [rows][2]}
   * @throws IllegalArgumentException unless the perplexity is below the number of points
   */
  public static Points of(Points points, TsneOptions options, int threads, IntConsumer progress) {
    if (points.rows() < 3) {
      throw new IllegalArgumentException("rows=%d must be at least 3".formatted(points.rows()));
    }
    try (Ranges ranges = new Ranges(threads)) {
      Affinities affinities = Affinities.of(points, options.perplexity(), ranges);
      return new Tsne(start(points), options, affinities, ranges).run(progress);
    }
  }

  /** The first two principal components, tiny. */
  private static Points start(Points points) {
    int components = Math.min(2, points.columns());
    Points scores = Pca.of(points, components).scores();
    double squares = 0;
    for (int row = 0; row < scores.rows(); row++) {
      squares += scores.at(row, 0) * scores.at(row, 0);
    }
    double factor = FIRST_DEVIATION / Math.sqrt(squares / scores.rows());
    double[] start = new double[2 * scores.rows()];
    for (int row = 0; row < scores.rows(); row++) {
      for (int c = 0; c < components; c++) {
        start[2 * row + c] = factor * scores.at(row, c);
      }
    }
    return Points.wrap(scores.rows(), 2, start);
  }

  private Points run(IntConsumer progress) {
    double rate = Math.max(rows / EXAGGERATION / 4, 50);
    for (int i = 0; i < options.iterations(); i++) {
      boolean exaggerated = i < TsneOptions.EXAGGERATED;
      double normaliser = forces();
      double norm = step(normaliser, exaggerated ? EXAGGERATION : 1, exaggerated ? 0.5 : 0.8, rate);
      progress.accept(i + 1);
      if (i + 1 == TsneOptions.EXAGGERATED) {
        Arrays.fill(gains, 1);
        Arrays.fill(update, 0);
      }
      if (!exaggerated && (i + 1) % CHECK == 0 && norm <= STILL) {
        break;
      }
    }
    return Points.of(rows, 2, y);
  }

  /** Fills attraction and repulsion of each point; gives what normalises the latter. */
  private double forces() {
    QuadTree tree = new QuadTree(y);
    ranges.run(
        rows,
        (from, end) -> {
          QuadTree.Repulsion felt = new QuadTree.Repulsion();
          for (int row = from; row < end; row++) {
            attract(row);
            tree.repel(row, options.angle(), felt);
            repulsion[2 * row] = felt.x;
            repulsion[2 * row + 1] = felt.y;
            weights[row] = felt.weight;
          }
        });
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  private void attract(int row) {
    double x = y[2 * row];
    double z = y[2 * row + 1];
    double forceX = 0;
    double forceZ = 0;
    for (int place = affinities.start(row); place < affinities.start(row + 1); place++) {
      int other = affinities.row(place);
      double dx = x - y[2 * other];
      double dz = z - y[2 * other + 1];
      double force = affinities.value(place) / (1 + dx * dx + dz * dz);
      forceX += force * dx;
      forceZ += force * dz;
    }
    attraction[2 * row] = forceX;
    attraction[2 * row + 1] = forceZ;
  }

  /** Moves all points; gives the length of the gradient. */
  private double step(double normaliser, double exaggeration, double momentum, double rate) {
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double gradient = 4 * (exaggeration * attraction[i] - repulsion[i] / normaliser);
      squares += gradient * gradient;
      gains[i] =
          Math.max(SMALLEST_GAIN, update[i] * gradient < 0 ? gains[i] + 0.2 : gains[i] * 0.8);
      update[i] = momentum * update[i] - rate * gains[i] * gradient;
      y[i] += update[i];
    }
    return Math.sqrt(squares);
  }
}
