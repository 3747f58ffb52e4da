package io.auricle.feature.statistics;

import io.auricle.feature.FeatureMatrix;

/**
 * The central moments of values, summed in double precision, dividing by the count as numpy and
 * scipy do by default.
 *
 * @param mean of the values
 * @param variance of the values, at least 0
 * @param skewness third central moment over the standard deviation cubed; 0 if all values are equal
 * @param kurtosis fourth central moment over the variance squared, less the 3 of a normal
 *     distribution; 0 if all values are equal
 */
public record Moments(double mean, double variance, double skewness, double kurtosis) {
  /**
   * The moments of all values of a column.
   *
   * @param column index in {@code [0, matrix.columnCount())}
   */
  public static Moments of(FeatureMatrix matrix, int column) {
    return ofColumn(matrix.values(), column, matrix.columnCount());
  }

  /** The moments of a whole array of at least one value. */
  public static Moments of(float[] values) {
    return ofColumn(values, 0, 1);
  }

  /** The moments of {@code values[first]}, {@code values[first + stride]} and so on. */
  static Moments ofColumn(float[] values, int first, int stride) {
    double sum = 0;
    int count = 0;
    for (int i = first; i < values.length; i += stride) {
      sum += values[i];
      count++;
    }
    double mean = sum / count;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = first; i < values.length; i += stride) {
      double distance = values[i] - mean;
      double square = distance * distance;
      second += square;
      third += square * distance;
      fourth += square * square;
    }
    return of(count, mean, second, third, fourth);
  }

  /** The moments of {@code count} values from the sums of the powers of their distances. */
  static Moments of(long count, double mean, double second, double third, double fourth) {
    double variance = second / count;
    // Rounding of equal values must not pass for a spread.
    boolean flat = variance <= Math.pow(1e-15 * mean, 2);
    return new Moments(
        mean,
        variance,
        flat ? 0 : third / count / Math.pow(variance, 1.5),
        flat ? 0 : fourth / count / (variance * variance) - 3);
  }

  /** The standard deviation, in the unit of the values. */
  public double deviation() {
    return Math.sqrt(variance);
  }
}
