package io.auricle.eval.metric;

import io.auricle.eval.scored.Estimates;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metrics of items with one label each. */
final class LabelMetrics implements WeightedMetrics {
  private final Estimates estimates;
  private final Groups groups;
  private final int[] decisions;
  private final double[] inTopK;
  private final double[] confidences;
  private final @Nullable Double sureFrom;
  private final ScoreMetrics scores;

  /**
   * @param sureFrom the least highest score of an item that is answered; null if that is not asked
   */
  LabelMetrics(Estimates estimates, @Nullable Double sureFrom, EvaluationOptions options) {
    this.estimates = estimates;
    this.sureFrom = sureFrom;
    groups = Groups.of(estimates);
    int size = estimates.size();
    decisions = new int[size];
    inTopK = new double[size];
    confidences = new double[size];
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
    if (sureFrom != null) {
      addAnswers(values, sureFrom, weights);
    }
    scores.addTo(values, groupWeights, weights);
    return values;
  }

  /** Where nothing is answered, no share of the answers is right. */
  private void addAnswers(Map<Metric, Double> values, double threshold, int[] weights) {
    long items = 0;
    long answered = 0;
    long right = 0;
    for (int i = 0; i < weights.length; i++) {
      items += weights[i];
      if (confidences[i] >= threshold) {
        answered += weights[i];
        right += decisions[i] == estimates.reference(i) ? weights[i] : 0;
      }
    }
    values.put(Metric.COVERAGE, (double) answered / items);
    values.put(Metric.SURE_ACCURACY, answered == 0 ? Double.NaN : (double) right / answered);
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
