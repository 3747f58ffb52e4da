package io.auricle.network.weight;

import io.auricle.network.shape.TensorShape;
import java.util.List;
import java.util.random.RandomGenerator;

/** The first values of a weight. */
public sealed interface Initialiser {
  /**
   * Draws them.
   *
   * @param shape of the weight; outputs are its first axis
   * @return the values, the last axis together
   */
  float[] values(TensorShape shape, RandomGenerator random);

  /** The same number everywhere; nothing is drawn. */
  static Initialiser constant(double value) {
    return new Constants(List.of(value));
  }

  /**
   * A number for each of as many equal parts of the first axis.
   *
   * @param parts at least one, a divisor of the first size
   */
  record Constants(List<Double> parts) implements Initialiser {
    public Constants {
      parts = List.copyOf(parts);
    }

    @Override
    public float[] values(TensorShape shape, RandomGenerator random) {
      float[] values = new float[shape.count()];
      int part = values.length / parts.size();
      for (int i = 0; i < values.length; i++) {
        values[i] = parts.get(i / part).floatValue();
      }
      return values;
    }
  }

  /**
   * Evenly in {@code [-bound, bound]}.
   *
   * @param bound above 0
   */
  record Uniform(double bound) implements Initialiser {
    @Override
    public float[] values(TensorShape shape, RandomGenerator random) {
      float[] values = new float[shape.count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (bound * (2 * random.nextDouble() - 1));
      }
      return values;
    }
  }

  /**
   * Rows of length 1 at right angles to each other, or columns where there are fewer of them (Saxe
   * et al. 2014). The first axis makes rows, all others together columns.
   */
  record Orthogonal() implements Initialiser {
    @Override
    public float[] values(TensorShape shape, RandomGenerator random) {
      int rows = shape.channels();
      int columns = shape.count() / rows;
      double[][] vectors = vectors(Math.min(rows, columns), Math.max(rows, columns), random);
      float[] values = new float[shape.count()];
      for (int v = 0; v < vectors.length; v++) {
        for (int i = 0; i < vectors[v].length; i++) {
          int place = rows <= columns ? v * columns + i : i * columns + v;
          values[place] = (float) vectors[v][i];
        }
      }
      return values;
    }

    /** Gram and Schmidt's way through normal numbers, twice, for once leaves rounding errors. */
    private static double[][] vectors(int count, int length, RandomGenerator random) {
      double[][] vectors = new double[count][length];
      for (int v = 0; v < count; v++) {
        for (int i = 0; i < length; i++) {
          vectors[v][i] = random.nextGaussian();
        }
        for (int round = 0; round < 2; round++) {
          for (int before = 0; before < v; before++) {
            subtract(vectors[v], vectors[before], dot(vectors[v], vectors[before]));
          }
        }
        double norm = Math.sqrt(dot(vectors[v], vectors[v]));
        for (int i = 0; i < length; i++) {
          vectors[v][i] /= norm;
        }
      }
      return vectors;
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    private static void subtract(double[] from, double[] vector, double factor) {
      for (int i = 0; i < from.length; i++) {
        from[i] -= factor * vector[i];
      }
    }
  }
}
