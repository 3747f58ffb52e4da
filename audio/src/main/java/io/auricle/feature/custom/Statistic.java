package io.auricle.feature.custom;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.statistics.Moments;
import java.util.Arrays;
import java.util.Locale;

/** What a column over all frames is summed up to. Sums are in double precision. */
public enum Statistic {
  MEAN,
  /** Of the population, as {@code numpy.var}. */
  VARIANCE("var"),
  /** The root of the variance. */
  STD,
  MIN,
  MAX,
  /** The mean of the two middle values if their number is even. */
  MEDIAN,
  /** As {@code scipy.stats.skew}; 0 if all values are equal. */
  SKEWNESS,
  /** As {@code scipy.stats.kurtosis}, 0 for a normal distribution; 0 if all values are equal. */
  KURTOSIS;

  private final String suffix;

  Statistic() {
    this.suffix = name().toLowerCase(Locale.ROOT);
  }

  Statistic(String suffix) {
    this.suffix = suffix;
  }

  /** The end of a column's name: {@code mean}, {@code var} and so on. */
  public String suffix() {
    return suffix;
  }

  /** The statistic of one column of at least one frame. */
  public double of(FeatureMatrix matrix, int column) {
    return switch (this) {
      case MEAN -> Moments.of(matrix, column).mean();
      case VARIANCE -> Moments.of(matrix, column).variance();
      case STD -> Math.sqrt(Moments.of(matrix, column).variance());
      case SKEWNESS -> Moments.of(matrix, column).skewness();
      case KURTOSIS -> Moments.of(matrix, column).kurtosis();
      case MIN -> sorted(matrix, column)[0];
      case MAX -> sorted(matrix, column)[matrix.frameCount() - 1];
      case MEDIAN -> median(sorted(matrix, column));
    };
  }

  private static float[] sorted(FeatureMatrix matrix, int column) {
    float[] values = new float[matrix.frameCount()];
    for (int frame = 0; frame < values.length; frame++) {
      values[frame] = matrix.at(frame, column);
    }
    Arrays.sort(values);
    return values;
  }

  private static double median(float[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : ((double) sorted[middle - 1] + sorted[middle]) / 2;
  }
}
