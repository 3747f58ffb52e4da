package io.auricle.classic;

import io.auricle.classic.minimum.Lbfgs;
import io.auricle.classic.model.LinearScores;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.SoftmaxModel;
import io.auricle.classic.model.SvmCalibration;
import io.auricle.classic.model.TrainingSet;
import java.util.Arrays;

/**
 * Trains multinomial logistic regression: the minimum of {@code |weights|^2 / 2 + sum of cost times
 * cross-entropy}. Its point is the weights {@code [columns][labels]}, row after row, and then the
 * biases.
 */
final class MultinomialTraining {
  private final double[][] rows;
  private final int[] labels;
  private final double[] costs;
  private final int classes;
  private final int columns;

  private MultinomialTraining(MultinomialOptions options, TrainingSet data, Scaler scaler) {
    rows = data.examples().stream().map(e -> scaler.apply(e.values())).toArray(double[][]::new);
    labels = data.examples().stream().mapToInt(TrainingSet.Vector::label).toArray();
    classes = data.labels().size();
    columns = data.columnCount();
    double[] counts = new double[classes];
    for (int label : labels) {
      counts[label]++;
    }
    costs = new double[classes];
    for (int k = 0; k < classes; k++) {
      double weight = options.balanced() ? labels.length / (classes * counts[k]) : 1;
      costs[k] = options.cost() * weight;
    }
  }

  static SoftmaxModel train(MultinomialOptions options, TrainingSet data) {
    Scaler scaler = Scaler.fit(options.scaling(), data);
    MultinomialTraining training = new MultinomialTraining(options, data, scaler);
    double[] start = new double[(training.columns + 1) * training.classes];
    double[] lowest =
        Lbfgs.minimise(training::loss, start, options.maxIterations(), options.tolerance());
    double[][] weights = new double[training.columns][];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = Arrays.copyOfRange(lowest, c * training.classes, (c + 1) * training.classes);
    }
    double[] bias = Arrays.copyOfRange(lowest, weights.length * training.classes, lowest.length);
    return new SoftmaxModel(data.labels(), new LinearScores(scaler, weights, bias));
  }

  private double loss(double[] at, double[] gradient) {
    int biases = columns * classes;
    double loss = 0;
    for (int i = 0; i < biases; i++) {
      loss += at[i] * at[i] / 2;
      gradient[i] = at[i];
    }
    Arrays.fill(gradient, biases, gradient.length, 0);
    double[] sums = new double[classes];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(at, biases, sums, 0, classes);
      double[] values = rows[row];
      for (int c = 0; c < columns; c++) {
        for (int k = 0; k < classes; k++) {
          sums[k] += values[c] * at[c * classes + k];
        }
      }
      int label = labels[row];
      double cost = costs[label];
      double[] errors = SvmCalibration.softmax(sums, 1);
      loss -= cost * Math.log(Math.max(Double.MIN_NORMAL, errors[label]));
      errors[label] -= 1;
      for (int k = 0; k < classes; k++) {
        errors[k] *= cost;
        gradient[biases + k] += errors[k];
      }
      for (int c = 0; c < columns; c++) {
        for (int k = 0; k < classes; k++) {
          gradient[c * classes + k] += values[c] * errors[k];
        }
      }
    }
    return loss;
  }
}
