package io.auricle.classic;

import io.auricle.classic.model.LinearScores;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.SoftmaxModel;
import io.auricle.classic.model.TrainingSet;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/** Trains linear discriminants. */
final class DiscriminantTraining {
  private DiscriminantTraining() {}

  /**
   * Solves for the discriminants: {@code weights = covariance^-1 means}, {@code bias = log prior -
   * means weights / 2}.
   *
   * @throws IllegalArgumentException if no column changes
   */
  static SoftmaxModel train(DiscriminantOptions options, TrainingSet data) {
    Scaler scaler = Scaler.fit(options.scaling(), data);
    int columns = data.columnCount();
    int classes = data.labels().size();
    double[] counts = new double[classes];
    double[][] means = new double[classes][columns];
    double[][] scaled = new double[data.examples().size()][];
    for (int i = 0; i < scaled.length; i++) {
      TrainingSet.Vector example = data.examples().get(i);
      scaled[i] = scaler.apply(example.values());
      counts[example.label()]++;
      add(means[example.label()], scaled[i], 1);
    }
    for (int label = 0; label < classes; label++) {
      for (int c = 0; c < columns; c++) {
        means[label][c] /= counts[label];
      }
    }
    double[][] covariance = new double[columns][columns];
    for (int i = 0; i < scaled.length; i++) {
      double[] mean = means[data.examples().get(i).label()];
      add(scaled[i], mean, -1);
      for (int c = 0; c < columns; c++) {
        double factor = scaled[i][c] / scaled.length;
        for (int d = 0; d <= c; d++) {
          covariance[c][d] += factor * scaled[i][d];
        }
      }
    }
    DenseMatrix.CholeskyFactorization factors =
        shrunk(covariance, options.shrinkage())
            .choleskyFactorization()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "columns=%d must change among the examples of a class".formatted(columns)));
    double[][] weights = new double[columns][classes];
    double[] bias = new double[classes];
    for (int label = 0; label < classes; label++) {
      DenseVector solved = factors.solve(DenseVector.createDenseVector(means[label]));
      double share = options.balanced() ? 1.0 / classes : counts[label] / scaled.length;
      bias[label] = Math.log(share);
      for (int c = 0; c < columns; c++) {
        weights[c][label] = solved.get(c);
        bias[label] -= means[label][c] * solved.get(c) / 2;
      }
    }
    return new SoftmaxModel(data.labels(), new LinearScores(scaler, weights, bias));
  }

  private static void add(double[] sum, double[] values, double factor) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += factor * values[c];
    }
  }

  /** Both halves of a covariance, mixed with a sphere of the same mean variance. */
  private static DenseMatrix shrunk(double[][] lower, double shrinkage) {
    int columns = lower.length;
    double variance = 0;
    for (int c = 0; c < columns; c++) {
      variance += lower[c][c] / columns;
    }
    double[][] mixed = new double[columns][columns];
    for (int c = 0; c < columns; c++) {
      for (int d = 0; d <= c; d++) {
        mixed[c][d] = (1 - shrinkage) * lower[c][d] + (c == d ? shrinkage * variance : 0);
        mixed[d][c] = mixed[c][d];
      }
    }
    return DenseMatrix.createDenseMatrix(mixed);
  }
}
