package io.auricle.feature;

/**
 * Mean and variance of values, summed in double precision. The variance divides by the count, as
 * {@code numpy.var}.
 *
 * @param mean of the values
 * @param variance of the values, at least 0
 */
record Moments(double mean, double variance) {
  /** The moments of a whole array. */
  static Moments of(float[] values) {
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
    double squares = 0;
    for (int i = first; i < values.length; i += stride) {
      double distance = values[i] - mean;
      squares += distance * distance;
    }
    return new Moments(mean, squares / count);
  }
}
