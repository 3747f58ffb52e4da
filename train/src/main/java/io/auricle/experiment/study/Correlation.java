package io.auricle.experiment.study;

import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/** Pearson's correlation of the columns of vectors. */
final class Correlation {
  private Correlation() {}

  /**
   * Correlates all columns.
   *
   * @param vectors at least two, of one row each
   * @return {@code [columns][columns]} in [-1, 1]; 0 for a column that never changes, but 1 with
   *     itself
   */
  static List<List<Double>> of(List<FeatureMatrix> vectors) {
    int columns = vectors.get(0).columnCount();
    double[][] standard = new double[columns][];
    for (int c = 0; c < columns; c++) {
      standard[c] = standardised(vectors, c);
    }
    List<List<Double>> rows = new ArrayList<>();
    for (int a = 0; a < columns; a++) {
      List<Double> row = new ArrayList<>();
      for (int b = 0; b < columns; b++) {
        double sum = 0;
        for (int v = 0; v < vectors.size(); v++) {
          sum += standard[a][v] * standard[b][v];
        }
        row.add(a == b ? 1 : Math.max(-1, Math.min(1, sum)));
      }
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  /** Less the mean, and of length 1. */
  private static double[] standardised(List<FeatureMatrix> vectors, int column) {
    double mean = vectors.stream().mapToDouble(v -> v.at(0, column)).average().orElse(0);
    double[] values = vectors.stream().mapToDouble(v -> v.at(0, column) - mean).toArray();
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] = length <= 1e-9 * Math.abs(mean) + Double.MIN_NORMAL ? 0 : values[i] / length;
    }
    return values;
  }
}
