package io.auricle.eval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap over groups: each round draws as many groups as there are, with replacement,
 * and every item of a group counts as often as the group was drawn. Segments of a track or tracks
 * of an artist resemble each other; drawing them one by one would make the intervals too narrow.
 */
final class Bootstrap {
  private final int[] groupOf;
  private final int groupCount;

  Bootstrap(Estimates estimates) {
    Map<String, Integer> numbers = new HashMap<>();
    groupOf = new int[estimates.size()];
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = numbers.computeIfAbsent(estimates.group(i), group -> numbers.size());
    }
    groupCount = numbers.size();
  }

  /** Number of groups that are drawn from. */
  int groupCount() {
    return groupCount;
  }

  /** The figures with intervals. The same seed gives the same intervals on every machine. */
  Map<Metric, Figure> figures(WeightedMetrics metrics, EvaluationOptions options) {
    int[] ones = new int[groupOf.length];
    Arrays.fill(ones, 1);
    Map<Metric, Double> values = metrics.values(ones);
    long[] seeds = new SplittableRandom(options.seed()).longs(options.rounds()).toArray();
    List<Map<Metric, Double>> rounds =
        IntStream.range(0, seeds.length)
            .parallel()
            .mapToObj(round -> metrics.values(weights(seeds[round])))
            .toList();
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    values.forEach(
        (metric, value) -> {
          double[] drawn =
              rounds.stream()
                  .mapToDouble(round -> round.getOrDefault(metric, Double.NaN))
                  .filter(figure -> !Double.isNaN(figure))
                  .sorted()
                  .toArray();
          double tail = (1 - options.confidence()) / 2;
          figures.put(metric, new Figure(value, quantile(drawn, tail), quantile(drawn, 1 - tail)));
        });
    return figures;
  }

  private int[] weights(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] drawn = new int[groupCount];
    for (int draw = 0; draw < groupCount; draw++) {
      drawn[random.nextInt(groupCount)]++;
    }
    int[] weights = new int[groupOf.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = drawn[groupOf[i]];
    }
    return weights;
  }

  /** The quantile of sorted values, between two of them by linear interpolation. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
