package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns on one scale: {@code (x - centre) * factor}, both of the training data. Standard: centre
 * the mean, factor one over the deviation; common: the same factor for all columns; min-max: the
 * smallest value, one over the range. A column that never changes becomes 0. Immutable.
 */
public final class Scaler {
  private static final double CONSTANT = 1e-12;

  private final double[] centre;
  private final double[] factor;

  private Scaler(double[] centre, double[] factor) {
    this.centre = centre;
    this.factor = factor;
  }

  /** Fits to training data, the only data that there is a type for. */
  public static Scaler fit(ColumnScaling scaling, TrainingSet data) {
    return fit(scaling, data.examples().stream().map(TrainingSet.Vector::values).toList());
  }

  /** Fits to the rows of any matrices. */
  public static Scaler fit(ColumnScaling scaling, List<FeatureMatrix> vectors) {
    int columns = vectors.get(0).columnCount();
    double[] centre = new double[columns];
    double[] factor = new double[columns];
    Arrays.fill(factor, 1);
    for (int c = 0; c < columns && scaling != ColumnScaling.NONE; c++) {
      int column = c;
      double[] values =
          vectors.stream()
              .flatMapToDouble(
                  matrix ->
                      IntStream.range(0, matrix.frameCount())
                          .mapToDouble(row -> matrix.at(row, column)))
              .toArray();
      boolean standard = scaling != ColumnScaling.MIN_MAX;
      centre[c] = standard ? mean(values) : Arrays.stream(values).min().orElse(0);
      double width = standard ? deviation(values, centre[c]) : largest(values) - centre[c];
      factor[c] = width <= CONSTANT * Math.abs(centre[c]) + Double.MIN_NORMAL ? 0 : 1 / width;
    }
    if (scaling == ColumnScaling.COMMON) {
      Arrays.fill(factor, common(factor));
    }
    return new Scaler(centre, factor);
  }

  /** One over the root of the mean variance. */
  private static double common(double[] factors) {
    double squares = 0;
    for (double factor : factors) {
      squares += factor == 0 ? 0 : 1 / (factor * factor) / factors.length;
    }
    return squares == 0 ? 0 : 1 / Math.sqrt(squares);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  public int columnCount() {
    return centre.length;
  }

  public double[] apply(FeatureMatrix vector) {
    return apply(vector, 0);
  }

  public double[] apply(FeatureMatrix matrix, int row) {
    double[] scaled = new double[centre.length];
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] = (matrix.at(row, c) - centre[c]) * factor[c];
    }
    return scaled;
  }

  /** The variance of all scaled values of the data together. */
  public double variance(TrainingSet data) {
    double[] all =
        data.examples().stream().flatMapToDouble(e -> Arrays.stream(apply(e.values()))).toArray();
    double deviation = deviation(all, mean(all));
    return deviation * deviation;
  }

  /** Adds the scaling to a graph; gives the name of its result. */
  public String write(OnnxFormula formula, String input) {
    String centred = formula.node("Sub", input, formula.vector("mean", centre));
    return formula.node("Mul", centred, formula.vector("factor", factor));
  }
}
