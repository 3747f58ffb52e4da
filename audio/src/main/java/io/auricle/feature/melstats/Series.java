package io.auricle.feature.melstats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Statistics of series of values over time, and the row in which they are collected. */
final class Series {
  private final float[] row;
  private int filled;

  Series(int length) {
    row = new float[length];
  }

  void add(double... values) {
    for (double value : values) {
      row[filled++] = (float) value;
    }
  }

  /** Adds one statistic of each series. */
  void addEach(double[][] series, ToDoubleFunction<double[]> statistic) {
    for (double[] one : series) {
      add(statistic.applyAsDouble(one));
    }
  }

  /** The row; every value must have been added. */
  float[] toArray() {
    if (filled != row.length) {
      throw new IllegalStateException("filled=" + filled + " must be length=" + row.length);
    }
    return row;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The standard deviation of the population. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  static double meanAbsolute(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum / values.length;
  }

  /** The mean of the two middle values where their number is even. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The differences of neighbours, one fewer than the values. */
  static double[] change(double[] values) {
    double[] change = new double[values.length - 1];
    for (int i = 0; i < change.length; i++) {
      change[i] = values[i + 1] - values[i];
    }
    return change;
  }

  /** Autocorrelation at the lags 1 to {@code lags}, relative to lag 0; 0 for a constant. */
  static double[] autocorrelation(double[] values, int lags) {
    double mean = mean(values);
    double[] correlation = new double[lags + 1];
    for (int lag = 0; lag <= lags; lag++) {
      for (int i = lag; i < values.length; i++) {
        correlation[lag] += (values[i] - mean) * (values[i - lag] - mean);
      }
    }
    double scale = correlation[0] + 1e-12;
    return Arrays.stream(correlation).skip(1).map(value -> value / scale).toArray();
  }
}
