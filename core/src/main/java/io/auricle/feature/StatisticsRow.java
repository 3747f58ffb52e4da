package io.auricle.feature;

import java.util.Arrays;

/** The one row of a set of statistics, filled from left to right. Used by one call. */
final class StatisticsRow {
  private final float[] values;
  private int filled;

  StatisticsRow(int columns) {
    this.values = new float[columns];
  }

  void add(double value) {
    values[filled++] = (float) value;
  }

  void addMeanAndVariance(float[] series) {
    addMeanAndVariance(Moments.of(series));
  }

  void addMeanAndVariance(MeanVariance series) {
    add(series.mean());
    add(series.variance());
  }

  void addMeanAndVariance(Moments moments) {
    add(moments.mean());
    add(moments.variance());
  }

  void addMeanAndDeviation(float[] series) {
    Moments moments = Moments.of(series);
    add(moments.mean());
    add(moments.deviation());
  }

  /** The means of all columns, then their standard deviations. */
  void addColumnMeansThenDeviations(FeatureMatrix matrix) {
    int columns = matrix.columnCount();
    for (int column = 0; column < columns; column++) {
      Moments moments = Moments.of(matrix, column);
      values[filled + column] = (float) moments.mean();
      values[filled + columns + column] = (float) moments.deviation();
    }
    filled += 2 * columns;
  }

  /** The finished row. */
  FeatureMatrix matrix() {
    if (filled != values.length) {
      throw new IllegalStateException(
          "filled=%d of columns=%d in %s"
              .formatted(filled, values.length, Arrays.toString(values)));
    }
    return FeatureMatrix.wrap(1, values.length, values);
  }
}
