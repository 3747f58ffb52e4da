package io.auricle.eval.metric;

import io.auricle.eval.scored.Estimates;
import io.auricle.label.Label;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often items of one class were taken for another, and the figures that follow from it.
 *
 * <p>Conventions are those of scikit-learn with {@code zero_division=0}: a precision, recall or F1
 * whose denominator is 0 is 0; macro and weighted averages go over the classes that occur in the
 * reference or in the estimates; balanced accuracy goes over those in the reference. Immutable.
 */
public final class ConfusionMatrix {
  private final List<Label> classes;
  private final long[] counts;
  private final long[] supports;
  private final long[] estimated;
  private final long total;

  private ConfusionMatrix(List<Label> classes, long[] counts) {
    this.classes = classes;
    this.counts = counts;
    supports = new long[classes.size()];
    estimated = new long[classes.size()];
    for (int r = 0; r < classes.size(); r++) {
      for (int e = 0; e < classes.size(); e++) {
        supports[r] += count(r, e);
        estimated[e] += count(r, e);
      }
    }
    total = Arrays.stream(supports).sum();
  }

  /** Counts the items, each taken for the class of its highest score. */
  public static ConfusionMatrix of(Estimates estimates) {
    int[] decisions = new int[estimates.size()];
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = estimates.estimate(i);
    }
    int[] ones = new int[decisions.length];
    Arrays.fill(ones, 1);
    return ofWeighted(estimates, decisions, ones);
  }

  /** Counts each item as often as its weight says. */
  static ConfusionMatrix ofWeighted(Estimates estimates, int[] decisions, int[] weights) {
    int classCount = estimates.classes().size();
    long[] counts = new long[classCount * classCount];
    for (int i = 0; i < decisions.length; i++) {
      counts[estimates.reference(i) * classCount + decisions[i]] += weights[i];
    }
    return new ConfusionMatrix(estimates.classes(), counts);
  }

  public List<Label> classes() {
    return classes;
  }

  /** How many items of class {@code reference} were taken for class {@code estimate}. */
  public long count(int reference, int estimate) {
    return counts[reference * classes.size() + estimate];
  }

  /** All counts: a row a reference, a column an estimate. */
  public List<List<Long>> rows() {
    return IntStream.range(0, classes.size()).mapToObj(this::row).toList();
  }

  private List<Long> row(int reference) {
    return IntStream.range(0, classes.size()).mapToObj(e -> count(reference, e)).toList();
  }

  /** Number of items. */
  public long total() {
    return total;
  }

  /** Share of items taken for what they are. */
  public double accuracy() {
    long hits = 0;
    for (int c = 0; c < classes.size(); c++) {
      hits += count(c, c);
    }
    return (double) hits / total;
  }

  /** Mean recall of the classes in the reference. */
  public double balancedAccuracy() {
    return perClass().stream()
        .filter(figures -> figures.support() > 0)
        .mapToDouble(ClassFigures::recall)
        .average()
        .orElseThrow();
  }

  /** Precision, recall and F1 of every class of the model, in its order. */
  public List<ClassFigures> perClass() {
    return counts().perClass();
  }

  /** The sums that figures follow from. */
  ClassCounts counts() {
    long[] hits = new long[classes.size()];
    for (int c = 0; c < hits.length; c++) {
      hits[c] = count(c, c);
    }
    return new ClassCounts(classes, hits, supports, estimated);
  }
}
