package io.auricle.feature.statistics;

import java.util.Arrays;

/**
 * Mean and variance of values that come in piece by piece, in double precision, dividing by the
 * count. Pieces are joined by the formula of Chan, Golub and LeVeque (1983,
 * doi:10.1080/00031305.1983.10483115), which loses no digits to a large mean. Used by one call.
 */
final class MeanVariance {
  private long count;
  private double mean;
  private double squares;

  /** So many, without values. */
  static MeanVariance[] series(int count) {
    MeanVariance[] series = new MeanVariance[count];
    Arrays.setAll(series, i -> new MeanVariance());
    return series;
  }

  /** Adds {@code values[from, to)}. */
  void add(float[] values, int from, int to) {
    add(values, from, to, 1);
  }

  /** Adds every {@code stride}-th value of {@code [from, to)}. */
  void add(float[] values, int from, int to, int stride) {
    int added = (to - from + stride - 1) / stride;
    if (added <= 0) {
      return;
    }
    double sum = 0;
    double otherSum = 0;
    int i = from;
    for (; i + stride < to; i += 2 * stride) {
      sum += values[i];
      otherSum += values[i + stride];
    }
    if (i < to) {
      sum += values[i];
    }
    double addedMean = (sum + otherSum) / added;
    double spread = 0;
    double otherSpread = 0;
    i = from;
    for (; i + stride < to; i += 2 * stride) {
      double distance = values[i] - addedMean;
      double otherDistance = values[i + stride] - addedMean;
      spread += distance * distance;
      otherSpread += otherDistance * otherDistance;
    }
    if (i < to) {
      spread += (values[i] - addedMean) * (values[i] - addedMean);
    }
    join(added, addedMean, spread + otherSpread);
  }

  private void join(int added, double addedMean, double addedSquares) {
    long total = count + added;
    double distance = addedMean - mean;
    squares += addedSquares + distance * distance * ((double) count * added / total);
    mean += distance * added / total;
    count = total;
  }

  double mean() {
    return mean;
  }

  double variance() {
    return squares / count;
  }

  double deviation() {
    return Math.sqrt(variance());
  }
}
