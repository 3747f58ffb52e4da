package io.auricle.eval.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a model is right as often as it says: events in bins of equal width by the probability
 * given to them. A bin holds probabilities above its lower and up to its upper end. The event of an
 * item with one label is that its best class is right; of tags, that an item has a tag.
 *
 * <p>The expected calibration error is that of Guo et al., On calibration of modern neural networks
 * (arXiv:1706.04599): {@code sum over bins of n_b / n |accuracy_b - confidence_b|}.
 */
final class Calibration {
  private final int binCount;
  private final double[] confidence;
  private final int[] right;
  private final int[] count;

  /** Events of one group and bin, summed up. */
  private final int[] cellGroups;

  private final int[] cellBins;
  private final int[] cellCounts;
  private final double[] cellDifferences;

  /**
   * @param confidences the probability given to each event
   * @param hits whether it was so
   * @param groups the number of each event's group
   */
  Calibration(double[] confidences, boolean[] hits, int[] groups, int binCount) {
    this.binCount = binCount;
    confidence = new double[binCount];
    right = new int[binCount];
    count = new int[binCount];
    Map<Long, Integer> cells = new HashMap<>();
    int[] cellOf = new int[confidences.length];
    for (int i = 0; i < confidences.length; i++) {
      int above = (int) Math.ceil(confidences[i] * binCount) - 1;
      int bin = Math.max(0, Math.min(binCount - 1, above));
      confidence[bin] += confidences[i];
      right[bin] += hits[i] ? 1 : 0;
      count[bin]++;
      long key = (long) groups[i] * binCount + bin;
      Integer known = cells.putIfAbsent(key, cells.size());
      cellOf[i] = known == null ? cells.size() - 1 : known;
    }
    cellGroups = new int[cells.size()];
    cellBins = new int[cells.size()];
    cellCounts = new int[cells.size()];
    cellDifferences = new double[cells.size()];
    cells.forEach(
        (key, cell) -> {
          cellGroups[cell] = (int) (key / binCount);
          cellBins[cell] = (int) (key % binCount);
        });
    for (int i = 0; i < cellOf.length; i++) {
      cellCounts[cellOf[i]]++;
      cellDifferences[cellOf[i]] += (hits[i] ? 1 : 0) - confidences[i];
    }
  }

  /** The error with each event as often as its group's weight says. */
  double error(int[] weights) {
    double[] differences = new double[binCount];
    long total = 0;
    for (int cell = 0; cell < cellBins.length; cell++) {
      int weight = weights[cellGroups[cell]];
      differences[cellBins[cell]] += weight * cellDifferences[cell];
      total += (long) weight * cellCounts[cell];
    }
    double sum = 0;
    for (double difference : differences) {
      sum += Math.abs(difference);
    }
    return sum / total;
  }

  /** The bins that have events, by rising probability. */
  List<ReliabilityBin> reliability() {
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
