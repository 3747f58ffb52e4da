package io.auricle.eval.metric;

import java.util.Map;

/**
 * All metrics of the same items under changing weights of their groups, as the bootstrap asks for
 * them. What does not depend on the weights (decisions, rankings, losses) is computed once.
 * Implementations are thread-safe.
 */
interface WeightedMetrics {
  /** The groups that weights are of. */
  Groups groups();

  /** Every metric with each item as often as the weight of its group says. */
  Map<Metric, Double> values(int[] groupWeights);
}
