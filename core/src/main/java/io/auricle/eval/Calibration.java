package io.auricle.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the model is right as often as it says: items in bins of equal width by confidence, which
 * is their highest score. A bin holds confidences above its lower and up to its upper end.
 *
 * <p>The expected calibration error is that of Guo et al., On calibration of modern neural networks
 * (arXiv:1706.04599): {@code sum over bins of n_b / n |accuracy_b - confidence_b|}.
 */
final class Calibration {
  private final int binCount;
  private final int[] bins;
  private final double[] confidences;
  private final boolean[] hits;

  Calibration(Estimates estimates, int[] decisions, int binCount) {
    this.binCount = binCount;
    bins = new int[decisions.length];
    confidences = new double[decisions.length];
    hits = new boolean[decisions.length];
    for (int i = 0; i < decisions.length; i++) {
      confidences[i] = estimates.score(i, decisions[i]);
      int above = (int) Math.ceil(confidences[i] * binCount) - 1;
      bins[i] = Math.max(0, Math.min(binCount - 1, above));
      hits[i] = decisions[i] == estimates.reference(i);
    }
  }

  /** The error with each item as often as its weight says. */
  double error(int[] weights) {
    double[] differences = new double[binCount];
    long total = 0;
    for (int i = 0; i < bins.length; i++) {
      differences[bins[i]] += weights[i] * ((hits[i] ? 1 : 0) - confidences[i]);
      total += weights[i];
    }
    double sum = 0;
    for (double difference : differences) {
      sum += Math.abs(difference);
    }
    return sum / total;
  }

  /** The bins that have items, by rising confidence. */
  List<ReliabilityBin> reliability() {
    double[] confidence = new double[binCount];
    int[] right = new int[binCount];
    int[] count = new int[binCount];
    for (int i = 0; i < bins.length; i++) {
      confidence[bins[i]] += confidences[i];
      right[bins[i]] += hits[i] ? 1 : 0;
      count[bins[i]]++;
    }
    List<ReliabilityBin> filled = new ArrayList<>();
    for (int b = 0; b < binCount; b++) {
      if (count[b] > 0) {
        filled.add(
            new ReliabilityBin(
                (double) b / binCount,
                (b + 1.0) / binCount,
                count[b],
                confidence[b] / count[b],
                (double) right[b] / count[b]));
      }
    }
    return filled;
  }
}
