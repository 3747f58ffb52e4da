package io.auricle.feature.statistics;

import io.auricle.feature.FrameBlocks;

/**
 * {@link Moments} of the samples of a sound that comes in block by block, and of their absolute
 * values: a first look finds the means, a second what lies around them. Used by one call.
 */
final class SampleMoments {
  private long count;
  private double sum;
  private double absoluteSum;
  private double second;
  private double fourth;
  private double absoluteSecond;
  private double absoluteThird;

  /** Takes a block of the first look. */
  void survey(FrameBlocks.Block block) {
    float[] samples = block.samples();
    int end = end(block);
    double partSum = 0;
    double partAbsoluteSum = 0;
    double otherSum = 0;
    double otherAbsoluteSum = 0;
    int i = block.from();
    // Two sums side by side: one alone waits for each addition to end.
    for (; i + 1 < end; i += 2) {
      partSum += samples[i];
      partAbsoluteSum += Math.abs(samples[i]);
      otherSum += samples[i + 1];
      otherAbsoluteSum += Math.abs(samples[i + 1]);
    }
    if (i < end) {
      partSum += samples[i];
      partAbsoluteSum += Math.abs(samples[i]);
    }
    sum += partSum + otherSum;
    absoluteSum += partAbsoluteSum + otherAbsoluteSum;
    count += Math.max(0, end - block.from());
  }

  /** Takes a block of the second look, once all of the first have come. */
  void measure(FrameBlocks.Block block) {
    float[] samples = block.samples();
    int end = end(block);
    double mean = sum / count;
    double absoluteMean = absoluteSum / count;
    double squares = 0;
    double fourths = 0;
    double absoluteSquares = 0;
    double absoluteCubes = 0;
    for (int i = block.from(); i < end; i++) {
      double distance = samples[i] - mean;
      double square = distance * distance;
      double absoluteDistance = Math.abs(samples[i]) - absoluteMean;
      double absoluteSquare = absoluteDistance * absoluteDistance;
      squares += square;
      fourths += square * square;
      absoluteSquares += absoluteSquare;
      absoluteCubes += absoluteSquare * absoluteDistance;
    }
    second += squares;
    fourth += fourths;
    absoluteSecond += absoluteSquares;
    absoluteThird += absoluteCubes;
  }

  /** Where the samples end that no later block begins with. */
  private static int end(FrameBlocks.Block block) {
    return block.last() ? block.to() : Math.min(block.to(), block.next());
  }

  /** Mean and skewness of the absolute values, deviation and kurtosis of the values. */
  void addTo(StatisticsRow row) {
    Moments values = Moments.of(count, sum / count, second, 0, fourth);
    Moments absolute = Moments.of(count, absoluteSum / count, absoluteSecond, absoluteThird, 0);
    row.add(absolute.mean());
    row.add(values.deviation());
    row.add(absolute.skewness());
    row.add(values.kurtosis());
  }
}
