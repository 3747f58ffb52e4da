package io.auricle.eval.metric;

import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import java.util.EnumMap;
import java.util.Map;

/** The metrics of items with any number of tags each. */
final class TagMetrics implements WeightedMetrics {
  private final Groups groups;
  private final TagDecisions decisions;
  private final ScoreMetrics scores;

  TagMetrics(TagEstimates estimates, Thresholds thresholds, EvaluationOptions options) {
    thresholds.requireTags(estimates.classes());
    groups = Groups.of(estimates);
    decisions = new TagDecisions(estimates, thresholds);
    scores =
        new ScoreMetrics(
            estimates,
            groups,
            calibration(estimates, groups, options.calibrationBins()),
            risk(estimates, thresholds, groups, decisions.losses()));
  }

  private static Calibration calibration(TagEstimates estimates, Groups groups, int bins) {
    int tags = estimates.classes().size();
    double[] probabilities = new double[estimates.size() * tags];
    boolean[] isTrue = new boolean[probabilities.length];
    int[] owners = new int[probabilities.length];
    for (int event = 0; event < probabilities.length; event++) {
      int item = event / tags;
      probabilities[event] = estimates.score(item, event % tags);
      isTrue[event] = estimates.isTrue(item, event % tags);
      owners[event] = groups.ofItems()[item];
    }
    return new Calibration(probabilities, isTrue, owners, bins);
  }

  private static SelectiveRisk risk(
      TagEstimates estimates, Thresholds thresholds, Groups groups, double[] losses) {
    int tags = estimates.classes().size();
    double[] confidences = new double[estimates.size()];
    for (int i = 0; i < confidences.length; i++) {
      double sum = 0;
      for (int t = 0; t < tags; t++) {
        sum += thresholds.margin(t, estimates.score(i, t));
      }
      confidences[i] = sum / tags;
    }
    return new SelectiveRisk(confidences, losses, groups.ofItems());
  }

  @Override
  public Groups groups() {
    return groups;
  }

  @Override
  public Map<Metric, Double> values(int[] groupWeights) {
    int[] weights = groups.itemWeights(groupWeights);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    decisions.addTo(values, weights);
    scores.addTo(values, groupWeights, weights);
    return values;
  }

  TagDecisions decisions() {
    return decisions;
  }

  ScoreMetrics scores() {
    return scores;
  }
}
