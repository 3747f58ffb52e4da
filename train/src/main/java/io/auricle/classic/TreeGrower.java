package io.auricle.classic;

import io.auricle.classic.model.TreeNode;
import io.auricle.classic.model.TreeNode.Leaf;
import io.auricle.classic.model.TreeNode.Split;
import io.auricle.classic.model.TreeNode.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Grows one tree of a forest. Used once. */
final class TreeGrower {
  private final ForestOptions options;
  private final TreeData data;
  private final SplittableRandom random;
  private final int maxDepth;
  private final int columnsPerSplit;
  private final int[] drawn;
  private final int[] examples;
  private final int[] ranks;
  private final int[] columns;

  TreeGrower(ForestOptions options, TreeData data, long seed) {
    this.options = options;
    this.data = data;
    this.random = new SplittableRandom(seed);
    this.maxDepth = options.maxDepth() == 0 ? Integer.MAX_VALUE : options.maxDepth();
    this.columnsPerSplit = options.columnsOf(data.columnCount());
    this.drawn = new int[data.size()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[random.nextInt(drawn.length)]++;
    }
    this.examples = new int[data.size()];
    this.ranks = new int[data.size()];
    this.columns = new int[data.columnCount()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = c;
    }
  }

  TreeNode grow() {
    int count = 0;
    for (int e = 0; e < drawn.length; e++) {
      if (drawn[e] > 0) {
        examples[count++] = e;
      }
    }
    return grow(0, count, 0);
  }

  private TreeNode grow(int from, int to, int depth) {
    long[] counts = new long[data.labelCount()];
    long total = 0;
    for (int i = from; i < to; i++) {
      counts[data.label(examples[i])] += drawn[examples[i]];
      total += drawn[examples[i]];
    }
    boolean pure = counts[data.label(examples[from])] == total;
    if (pure || to - from < options.minSplit() || depth >= maxDepth) {
      return leaf(counts, total);
    }
    Cut best = bestCut(from, to, counts, total);
    if (best.column < 0) {
      return leaf(counts, total);
    }
    int middle = partition(from, to, best);
    TreeNode below = grow(from, middle, depth + 1);
    return new Split(best.column, best.threshold, below, grow(middle, to, depth + 1));
  }

  private static Leaf leaf(long[] counts, long total) {
    List<Vote> votes = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] > 0) {
        votes.add(new Vote(label, (float) counts[label] / total));
      }
    }
    return new Leaf(List.copyOf(votes));
  }

  /** The best cut so far. */
  private static final class Cut {
    private double purity = Double.NEGATIVE_INFINITY;
    private int column = -1;
    private int rank;
    private float threshold;
  }

  /** Looks at random columns, at more of them only while none can be cut at all. */
  private Cut bestCut(int from, int to, long[] counts, long total) {
    Cut best = new Cut();
    for (int tried = 0; tried < columns.length; tried++) {
      if (tried >= columnsPerSplit && best.column >= 0) {
        break;
      }
      int pick = tried + random.nextInt(columns.length - tried);
      int column = columns[pick];
      columns[pick] = columns[tried];
      columns[tried] = column;
      data.sortedRanks(column, examples, from, to, ranks);
      cut(column, to - from, counts, total, best);
    }
    return best;
  }

  /** Low Gini impurity of both sides is a high sum of squared counts over the sides' sizes. */
  private void cut(int column, int count, long[] counts, long total, Cut best) {
    long[] left = new long[counts.length];
    long leftTotal = 0;
    long leftSquares = 0;
    long rightSquares = 0;
    for (long c : counts) {
      rightSquares += c * c;
    }
    for (int i = 0; i + 1 < count; i++) {
      int example = data.example(column, ranks[i]);
      int label = data.label(example);
      long weight = drawn[example];
      // (a + w)^2 - a^2 and (b - w)^2 - b^2.
      leftSquares += weight * (2 * left[label] + weight);
      rightSquares -= weight * (2 * (counts[label] - left[label]) - weight);
      left[label] += weight;
      leftTotal += weight;
      float low = data.value(column, ranks[i]);
      float high = data.value(column, ranks[i + 1]);
      if (low < high) {
        double purity =
            (double) leftSquares / leftTotal + (double) rightSquares / (total - leftTotal);
        if (purity > best.purity) {
          best.purity = purity;
          best.column = column;
          best.rank = ranks[i];
          float middle = (float) ((low + (double) high) / 2);
          best.threshold = middle > low ? middle : high;
        }
      }
    }
  }

  /** Moves the examples below the cut to the front; gives where the others begin. */
  private int partition(int from, int to, Cut cut) {
    int middle = from;
    for (int i = from; i < to; i++) {
      if (data.rank(cut.column, examples[i]) <= cut.rank) {
        int example = examples[i];
        examples[i] = examples[middle];
        examples[middle++] = example;
      }
    }
    return middle;
  }
}
