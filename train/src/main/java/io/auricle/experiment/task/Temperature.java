package io.auricle.experiment.task;

import io.auricle.predict.ScoreRule;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A temperature of scores; the one with the lowest log loss (Guo et al. 2017, arXiv:1706.04599) is
 * found by golden-section search over its logarithm.
 *
 * @param value above 0
 * @param task what the scores are of
 */
public record Temperature(double value, Task task) {
  private static final double LOWEST = Math.log(0.1);
  private static final double HIGHEST = Math.log(10);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 40;

  /** Keeps the logarithm of a score of 0 finite. */
  static final double TINY = 1e-30;

  /** The best temperature, rounded to three digits; 1 without tracks. */
  public static Temperature fit(List<Scored> tracks, Task task) {
    if (tracks.isEmpty()) {
      return new Temperature(1, task);
    }
    double low = LOWEST;
    double high = HIGHEST;
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (new Temperature(Math.exp(left), task).logLoss(tracks)
          < new Temperature(Math.exp(right), task).logLoss(tracks)) {
        high = right;
      } else {
        low = left;
      }
    }
    return new Temperature(Math.round(1000 * Math.exp((low + high) / 2)) / 1000.0, task);
  }

  /** The scores with the temperature applied, as the bundle will do it. */
  public List<Double> of(List<Double> scores) {
    double[] values = scores.stream().mapToDouble(score -> score).toArray();
    ScoreRule rule = ScoreRule.of(task.plain().withTemperature(value));
    return Arrays.stream(rule.tempered(values)).boxed().toList();
  }

  /**
   * Mean negative logarithm of the score of what is true, of tags over all of them, and over data
   * sets: a large one would otherwise decide alone how sure a model is of music from elsewhere.
   */
  public double logLoss(List<Scored> tracks) {
    Map<String, DoubleSummaryStatistics> losses = new TreeMap<>();
    for (Scored track : tracks) {
      losses
          .computeIfAbsent(track.dataset(), dataset -> new DoubleSummaryStatistics())
          .accept(task.logLoss(track.answer(), of(track.scores())));
    }
    return losses.values().stream()
        .mapToDouble(DoubleSummaryStatistics::getAverage)
        .average()
        .orElse(0);
  }
}
