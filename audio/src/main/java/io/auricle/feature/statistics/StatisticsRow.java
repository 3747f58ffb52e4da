package io.auricle.feature.statistics;

import io.auricle.feature.FeatureMatrix;
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

  /** Mean and standard deviation of one after the other. */
  void addMeansAndDeviations(MeanVariance... series) {
    for (MeanVariance each : series) {
      add(each.mean());
      add(each.deviation());
    }
  }

  /** All means, then all standard deviations. */
  void addMeansThenDeviations(MeanVariance... series) {
    for (MeanVariance each : series) {
      add(each.mean());
    }
    for (MeanVariance each : series) {
      add(each.deviation());
    }
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
