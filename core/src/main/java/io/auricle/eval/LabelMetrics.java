package io.auricle.eval;

import java.util.EnumMap;
import java.util.Map;

/** The metrics of items with one label each. */
final class LabelMetrics implements WeightedMetrics {
  private final Estimates estimates;
  private final Groups groups;
  private final int[] decisions;
  private final double[] inTopK;
  private final ScoreMetrics scores;

  LabelMetrics(Estimates estimates, EvaluationOptions options) {
    this.estimates = estimates;
    groups = Groups.of(estimates);
    int size = estimates.size();
    decisions = new int[size];
    inTopK = new double[size];
    double[] confidences = new double[size];
    double[] losses = new double[size];
    boolean[] hits = new boolean[size];
    for (int i = 0; i < size; i++) {
      decisions[i] = estimates.estimate(i);
      inTopK[i] = rankOfReference(i) < options.topK() ? 1 : 0;
      confidences[i] = estimates.score(i, decisions[i]);
      hits[i] = decisions[i] == estimates.reference(i);
      losses[i] = hits[i] ? 0 : 1;
    }
    scores =
        new ScoreMetrics(
            estimates,
            groups,
            new Calibration(confidences, hits, groups.ofItems(), options.calibrationBins()),
            new SelectiveRisk(confidences, losses, groups.ofItems()));
  }

  @Override
  public Groups groups() {
    return groups;
  }

  @Override
  public Map<Metric, Double> values(int[] groupWeights) {
    int[] weights = groups.itemWeights(groupWeights);
    ConfusionMatrix confusion = ConfusionMatrix.ofWeighted(estimates, decisions, weights);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.ACCURACY, confusion.accuracy());
    values.put(Metric.BALANCED_ACCURACY, confusion.balancedAccuracy());
    confusion.counts().addTo(values);
    values.put(Metric.TOP_K, ScoreMetrics.mean(inTopK, weights));
    scores.addTo(values, groupWeights, weights);
    return values;
  }

  ScoreMetrics scores() {
    return scores;
  }

  /** How many classes stand before the true one; of equal scores the first stands before. */
  private int rankOfReference(int item) {
    int reference = estimates.reference(item);
    double score = estimates.score(item, reference);
    int rank = 0;
    for (int c = 0; c < estimates.classes().size(); c++) {
      double other = estimates.score(item, c);
      rank += other > score || (other == score && c < reference) ? 1 : 0;
    }
    return rank;
  }
}
