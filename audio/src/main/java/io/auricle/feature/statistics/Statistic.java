package io.auricle.feature.statistics;

import io.auricle.feature.FeatureMatrix;
import java.util.Locale;
import java.util.Set;

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
    ColumnSummary summary = new ColumnSummary(Set.of(this));
    summary.add(matrix.values(), column, matrix.values().length, matrix.columnCount());
    return summary.value(this);
  }
}
