package io.auricle.eval.metric;

import java.util.EnumMap;
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
  private Bootstrap() {}

  /** The figures with intervals. The same seed gives the same intervals on every machine. */
  static Map<Metric, Figure> figures(WeightedMetrics metrics, EvaluationOptions options) {
    Map<Metric, Double> values = metrics.values(metrics.groups().once());
    long[] seeds = new SplittableRandom(options.seed()).longs(options.rounds()).toArray();
    List<Map<Metric, Double>> rounds =
        IntStream.range(0, seeds.length)
            .parallel()
            .mapToObj(round -> metrics.values(weights(metrics.groups().count(), seeds[round])))
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

  private static int[] weights(int groupCount, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] weights = new int[groupCount];
    for (int draw = 0; draw < groupCount; draw++) {
      weights[random.nextInt(groupCount)]++;
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
