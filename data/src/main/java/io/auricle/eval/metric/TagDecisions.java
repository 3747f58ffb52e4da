package io.auricle.eval.metric;

import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import java.util.Arrays;
import java.util.Map;

/** Which tags each item has and was given, under changing weights. */
final class TagDecisions {
  private final TagEstimates estimates;

  /** Pairs of an item and a tag that is true or given; others count in no figure of tags. */
  private final int[] pairItems;

  private final int[] pairTags;
  private final boolean[] isTrue;
  private final boolean[] isGiven;

  private final double[] exact;
  private final double[] losses;
  private final double[] precisions;
  private final double[] recalls;
  private final double[] f1s;

  TagDecisions(TagEstimates estimates, Thresholds thresholds) {
    this.estimates = estimates;
    int size = estimates.size();
    int tags = estimates.classes().size();
    int[] items = new int[size * tags];
    int[] ofTags = new int[size * tags];
    boolean[] trues = new boolean[size * tags];
    boolean[] givens = new boolean[size * tags];
    exact = new double[size];
    losses = new double[size];
    precisions = new double[size];
    recalls = new double[size];
    f1s = new double[size];
    int pairs = 0;
    for (int i = 0; i < size; i++) {
      int first = pairs;
      int hits = 0;
      int support = 0;
      int taken = 0;
      for (int t = 0; t < tags; t++) {
        boolean yes = estimates.isTrue(i, t);
        boolean given = thresholds.isGiven(t, estimates.score(i, t));
        hits += yes && given ? 1 : 0;
        support += yes ? 1 : 0;
        taken += given ? 1 : 0;
        if (yes || given) {
          items[pairs] = i;
          ofTags[pairs] = t;
          trues[pairs] = yes;
          givens[pairs++] = given;
        }
      }
      int wrong = pairs - first - hits;
      exact[i] = wrong == 0 ? 1 : 0;
      losses[i] = (double) wrong / tags;
      precisions[i] = taken == 0 ? 0 : (double) hits / taken;
      recalls[i] = support == 0 ? 0 : (double) hits / support;
      f1s[i] = support + taken == 0 ? 0 : 2.0 * hits / (support + taken);
    }
    pairItems = Arrays.copyOf(items, pairs);
    pairTags = Arrays.copyOf(ofTags, pairs);
    isTrue = Arrays.copyOf(trues, pairs);
    isGiven = Arrays.copyOf(givens, pairs);
  }

  /** The share of wrong tags of each item. */
  double[] losses() {
    return losses;
  }

  /** Adds the figures with each item as often as its weight says. */
  void addTo(Map<Metric, Double> values, int[] itemWeights) {
    counts(itemWeights).addTo(values);
    values.put(Metric.EXACT_MATCH, ScoreMetrics.mean(exact, itemWeights));
    values.put(Metric.HAMMING_LOSS, ScoreMetrics.mean(losses, itemWeights));
    values.put(Metric.PRECISION_SAMPLES, ScoreMetrics.mean(precisions, itemWeights));
    values.put(Metric.RECALL_SAMPLES, ScoreMetrics.mean(recalls, itemWeights));
    values.put(Metric.F1_SAMPLES, ScoreMetrics.mean(f1s, itemWeights));
  }

  ClassCounts counts(int[] itemWeights) {
    int tags = estimates.classes().size();
    long[] hits = new long[tags];
    long[] supports = new long[tags];
    long[] taken = new long[tags];
    for (int pair = 0; pair < pairTags.length; pair++) {
      int weight = itemWeights[pairItems[pair]];
      int tag = pairTags[pair];
      hits[tag] += isTrue[pair] && isGiven[pair] ? weight : 0;
      supports[tag] += isTrue[pair] ? weight : 0;
      taken[tag] += isGiven[pair] ? weight : 0;
    }
    return new ClassCounts(estimates.classes(), hits, supports, taken);
  }
}
