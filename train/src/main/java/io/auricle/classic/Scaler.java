package io.auricle.classic;

import io.auricle.feature.FeatureMatrix;

/**
 * Standard scaling: {@code (x - mean) / deviation} of the training data, by column. A column that
 * never changes becomes 0. Immutable.
 */
final class Scaler {
  private static final double CONSTANT = 1e-12;

  private final double[] mean;
  private final double[] factor;

  private Scaler(double[] mean, double[] factor) {
    this.mean = mean;
    this.factor = factor;
  }

  /** Fits to training data, the only data that there is a type for. */
  static Scaler fit(TrainingSet data) {
    int columns = data.columnCount();
    int n = data.examples().size();
    double[] mean = new double[columns];
    double[] factor = new double[columns];
    for (int c = 0; c < columns; c++) {
      double sum = 0;
      for (TrainingSet.Vector example : data.examples()) {
        sum += example.values().at(0, c);
      }
      mean[c] = sum / n;
      double squares = 0;
      for (TrainingSet.Vector example : data.examples()) {
        double difference = example.values().at(0, c) - mean[c];
        squares += difference * difference;
      }
      double deviation = Math.sqrt(squares / n);
      factor[c] = deviation <= CONSTANT * Math.abs(mean[c]) + Double.MIN_NORMAL ? 0 : 1 / deviation;
    }
    return new Scaler(mean, factor);
  }

  int columnCount() {
    return mean.length;
  }

  double[] apply(FeatureMatrix vector) {
    double[] scaled = new double[mean.length];
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] = (vector.at(0, c) - mean[c]) * factor[c];
    }
    return scaled;
  }

  /** Adds the scaling to a graph; gives the name of its result. */
  String write(OnnxFormula formula, String input) {
    String centred = formula.node("Sub", input, formula.vector("mean", mean));
    return formula.node("Mul", centred, formula.vector("factor", factor));
  }
}
