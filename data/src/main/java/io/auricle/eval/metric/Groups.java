package io.auricle.eval.metric;

import io.auricle.eval.scored.ScoredItems;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What the bootstrap draws: the groups of items, numbered in the order of their names. */
final class Groups {
  private final int[] ofItems;
  private final int count;

  private Groups(int[] ofItems, int count) {
    this.ofItems = ofItems;
    this.count = count;
  }

  static Groups of(ScoredItems items) {
    // In the order of their names, so that intervals do not depend on the order of the items.
    List<String> names =
        IntStream.range(0, items.size()).mapToObj(items::group).distinct().sorted().toList();
    int[] ofItems =
        IntStream.range(0, items.size())
            .map(i -> Collections.binarySearch(names, items.group(i)))
            .toArray();
    return new Groups(ofItems, names.size());
  }

  int count() {
    return count;
  }

  /** The number of each item's group. */
  int[] ofItems() {
    return ofItems;
  }

  /** The weight of each item: that of its group. */
  int[] itemWeights(int[] groupWeights) {
    int[] weights = new int[ofItems.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = groupWeights[ofItems[i]];
    }
    return weights;
  }

  /** Each group once. */
  int[] once() {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
