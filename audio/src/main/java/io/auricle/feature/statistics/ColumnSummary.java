package io.auricle.feature.statistics;

import java.util.Set;

/**
 * Statistics of values that come in piece by piece, in double precision, dividing by the count.
 * Moments of pieces are joined by the formulas of Pébay (2008, doi:10.2172/1028931), which lose no
 * digits to a large mean. Used by one call.
 */
public final class ColumnSummary {
  private final boolean shape;
  private final boolean ranks;
  private final RankedValues ranked = new RankedValues();
  private long count;
  private double mean;
  private double second;
  private double third;
  private double fourth;
  private float least = Float.POSITIVE_INFINITY;
  private float most = Float.NEGATIVE_INFINITY;

  /** A summary that can say these, before the first value. */
  public ColumnSummary(Set<Statistic> wanted) {
    this.shape = wanted.contains(Statistic.SKEWNESS) || wanted.contains(Statistic.KURTOSIS);
    this.ranks =
        wanted.contains(Statistic.MIN)
            || wanted.contains(Statistic.MAX)
            || wanted.contains(Statistic.MEDIAN);
    ranked.keep(wanted.contains(Statistic.MEDIAN));
  }

  /** Adds every {@code stride}-th value of {@code [from, to)}. */
  public void add(float[] values, int from, int to, int stride) {
    int added = (to - from + stride - 1) / stride;
    if (added <= 0) {
      return;
    }
    if (ranks) {
      for (int i = from; i < to; i += stride) {
        least = Math.min(least, values[i]);
        most = Math.max(most, values[i]);
        ranked.add(values[i]);
      }
    }
    double addedMean = sum(values, from, to, stride) / added;
    if (shape) {
      addShape(values, from, to, stride, added, addedMean);
    } else {
      join(added, addedMean, squares(values, from, to, stride, addedMean), 0, 0);
    }
  }

  // Where values lie side by side, loops count by constants: HotSpot leaves the checks of bounds
  // out and takes several values at a time. Sums go side by side, since one alone waits for each
  // addition to end.

  private static double sum(float[] values, int from, int to, int stride) {
    double sum = 0;
    double otherSum = 0;
    int i = from;
    if (stride == 1) {
      for (; i < to - 3; i += 4) {
        sum += values[i] + (double) values[i + 1];
        otherSum += values[i + 2] + (double) values[i + 3];
      }
    }
    for (; i < to; i += stride) {
      sum += values[i];
    }
    return sum + otherSum;
  }

  private static double squares(float[] values, int from, int to, int stride, double mean) {
    double spread = 0;
    double otherSpread = 0;
    int i = from;
    if (stride == 1) {
      for (; i < to - 1; i += 2) {
        double distance = values[i] - mean;
        double otherDistance = values[i + 1] - mean;
        spread += distance * distance;
        otherSpread += otherDistance * otherDistance;
      }
    }
    for (; i < to; i += stride) {
      spread += (values[i] - mean) * (values[i] - mean);
    }
    return spread + otherSpread;
  }

  private void addShape(float[] values, int from, int to, int stride, int added, double addedMean) {
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    int i = from;
    if (stride == 1) {
      double otherSquares = 0;
      double otherCubes = 0;
      double otherFourths = 0;
      for (; i < to - 1; i += 2) {
        double distance = values[i] - addedMean;
        double square = distance * distance;
        squares += square;
        cubes += square * distance;
        fourths += square * square;
        double otherDistance = values[i + 1] - addedMean;
        double otherSquare = otherDistance * otherDistance;
        otherSquares += otherSquare;
        otherCubes += otherSquare * otherDistance;
        otherFourths += otherSquare * otherSquare;
      }
      squares += otherSquares;
      cubes += otherCubes;
      fourths += otherFourths;
    }
    for (; i < to; i += stride) {
      double distance = values[i] - addedMean;
      double square = distance * distance;
      squares += square;
      cubes += square * distance;
      fourths += square * square;
    }
    join(added, addedMean, squares, cubes, fourths);
  }

  private void join(int added, double addedMean, double squares, double cubes, double fourths) {
    double total = (double) count + added;
    double distance = addedMean - mean;
    double step = distance / total;
    double cross = distance * step * count * added;
    fourth +=
        fourths
            + cross
                * step
                * step
                * ((double) count * count - (double) count * added + (double) added * added)
            + 6 * step * step * ((double) count * count * squares + (double) added * added * second)
            + 4 * step * (count * cubes - added * third);
    third += cubes + cross * step * (count - added) + 3 * step * (count * squares - added * second);
    second += squares + cross;
    mean += step * added;
    count += added;
  }

  /** The moments of all values; skewness and kurtosis only if one of them was wanted. */
  public Moments moments() {
    return Moments.of(count, mean, second, third, fourth);
  }

  /** A statistic that was wanted, of at least one value. */
  public double value(Statistic statistic) {
    return switch (statistic) {
      case MEAN -> mean;
      case VARIANCE -> second / count;
      case STD -> Math.sqrt(second / count);
      case SKEWNESS -> moments().skewness();
      case KURTOSIS -> moments().kurtosis();
      case MIN -> least;
      case MAX -> most;
      case MEDIAN -> ranked.median();
    };
  }
}
