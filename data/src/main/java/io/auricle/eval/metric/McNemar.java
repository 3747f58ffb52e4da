package io.auricle.eval.metric;

/**
 * McNemar's test of whether two models are right equally often on the same items (Psychometrika 12,
 * 1947): only items that one of them has right and the other wrong tell.
 *
 * @param onlyFirst items that the first model alone has right
 * @param onlySecond items that the second model alone has right
 */
public record McNemar(long onlyFirst, long onlySecond) {
  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(
          "onlyFirst=%d and onlySecond=%d must not be negative".formatted(onlyFirst, onlySecond));
    }
  }

  /**
   * The exact two-sided p-value: the chance, if both were equally good, that the items would be
   * divided as unevenly as they are or more so. The binomial distribution with p = 0.5.
   */
  public double exact() {
    long total = onlyFirst + onlySecond;
    long fewer = Math.min(onlyFirst, onlySecond);
    // Terms relative to the largest of them, so that none is lost below the smallest double.
    double logTerm = 0;
    double logLargest = 0;
    for (long k = 1; k <= fewer; k++) {
      logLargest += Math.log((double) (total - k + 1) / k);
    }
    double sum = 1;
    for (long k = fewer; k > 0; k--) {
      logTerm += Math.log((double) k / (total - k + 1));
      sum += Math.exp(logTerm);
    }
    return Math.min(1, 2 * Math.exp(logLargest - total * Math.log(2)) * sum);
  }

  /**
   * The statistic {@code (|b - c| - 1)^2 / (b + c)} with Edwards' correction for continuity
   * (Psychometrika 13, 1948); 0 if both numbers are equal.
   */
  public double statistic() {
    long difference = Math.abs(onlyFirst - onlySecond);
    if (difference == 0) {
      return 0;
    }
    return (difference - 1.0) * (difference - 1.0) / (onlyFirst + onlySecond);
  }

  /** The p-value of {@link #statistic} by the chi-squared distribution of one degree of freedom. */
  public double chiSquared() {
    return 2 * Normal.above(Math.sqrt(statistic()));
  }
}
