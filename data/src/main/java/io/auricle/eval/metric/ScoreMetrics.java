package io.auricle.eval.metric;

import io.auricle.eval.scored.ScoredItems;
import java.util.Map;

/** The figures that labels and tags share, of scores rather than of decisions. */
final class ScoreMetrics {
  private final RankingMetrics ranking;
  private final Calibration calibration;
  private final SelectiveRisk risk;
  private final double[] logLosses;
  private final double[] brierScores;

  ScoreMetrics(ScoredItems items, Groups groups, Calibration calibration, SelectiveRisk risk) {
    this.ranking = new RankingMetrics(items, groups);
    this.calibration = calibration;
    this.risk = risk;
    logLosses = new double[items.size()];
    brierScores = new double[items.size()];
    for (int i = 0; i < logLosses.length; i++) {
      logLosses[i] = items.logLoss(i);
      brierScores[i] = items.brierScore(i);
    }
  }

  /** Adds the figures with each item as often as the weight of its group says. */
  void addTo(Map<Metric, Double> values, int[] groupWeights, int[] itemWeights) {
    ranking.addTo(values, groupWeights, itemWeights);
    values.put(Metric.LOG_LOSS, mean(logLosses, itemWeights));
    values.put(Metric.BRIER, mean(brierScores, itemWeights));
    values.put(Metric.CALIBRATION_ERROR, calibration.error(groupWeights));
    values.put(Metric.RISK_COVERAGE, risk.area(groupWeights));
  }

  /** The mean with each value as often as its weight says. */
  static double mean(double[] values, int[] weights) {
    double sum = 0;
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
      total += weights[i];
    }
    return sum / total;
  }

  RankingMetrics ranking() {
    return ranking;
  }

  Calibration calibration() {
    return calibration;
  }

  SelectiveRisk risk() {
    return risk;
  }
}
