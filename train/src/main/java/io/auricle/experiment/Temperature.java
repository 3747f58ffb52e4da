package io.auricle.experiment;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits the temperature of scores: the one with the lowest log loss (Guo et al. 2017,
 * arXiv:1706.04599), found by golden-section search over its logarithm.
 */
final class Temperature {
  private static final double LOWEST = Math.log(0.1);
  private static final double HIGHEST = Math.log(10);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 40;
  private static final double TINY = 1e-30;

  private Temperature() {}

  /** The best temperature, rounded to three digits; 1 without tracks. */
  static double fit(List<Scored> tracks) {
    if (tracks.isEmpty()) {
      return 1;
    }
    double low = LOWEST;
    double high = HIGHEST;
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (logLoss(tracks, Math.exp(left)) < logLoss(tracks, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.round(1000 * Math.exp((low + high) / 2)) / 1000.0;
  }

  /** The scores with a temperature applied. */
  static List<Double> apply(List<Double> scores, double temperature) {
    List<Double> powers = new ArrayList<>();
    double sum = 0;
    for (double score : scores) {
      double power = Math.pow(Math.max(score, TINY), 1 / temperature);
      powers.add(power);
      sum += power;
    }
    double total = sum;
    powers.replaceAll(power -> power / total);
    return powers;
  }

  /**
   * Mean negative logarithm of the true label's score, over data sets: a large one would otherwise
   * decide alone how sure a model is of music from elsewhere.
   */
  static double logLoss(List<Scored> tracks, double temperature) {
    Map<String, DoubleSummaryStatistics> losses = new TreeMap<>();
    for (Scored track : tracks) {
      double score = apply(track.scores(), temperature).get(track.label());
      losses
          .computeIfAbsent(track.dataset(), dataset -> new DoubleSummaryStatistics())
          .accept(-Math.log(Math.max(score, TINY)));
    }
    return losses.values().stream()
        .mapToDouble(DoubleSummaryStatistics::getAverage)
        .average()
        .orElse(0);
  }
}
