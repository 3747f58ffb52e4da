package io.auricle.eval.scored;

import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From which score on each tag is given. They are chosen on validation data; figures on the data
 * that they were chosen on flatter the model.
 *
 * @param tags in the model's order
 * @param values one a tag, in [0, 1]; a tag is given if its score is at least this
 * @param unchosen tags that got 0.5 because none or all of the items have them
 */
public record Thresholds(List<Label> tags, List<Double> values, List<Label> unchosen) {
  private static final double EVEN = 0.5;

  public Thresholds {
    tags = List.copyOf(tags);
    values = List.copyOf(values);
    unchosen = List.copyOf(unchosen);
    if (values.size() != tags.size()) {
      throw new IllegalArgumentException(
          "values=%d must be as many as tags=%d".formatted(values.size(), tags.size()));
    }
    for (double value : values) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("values=" + values + " must be in [0, 1]");
      }
    }
  }

  /** Known thresholds, for instance of a model card. */
  public static Thresholds of(List<Label> tags, List<Double> values) {
    return new Thresholds(tags, values, List.of());
  }

  /** 0.5 for each tag. */
  public static Thresholds even(List<Label> tags) {
    return of(tags, Collections.nCopies(tags.size(), EVEN));
  }

  /**
   * Those that give each tag its highest F1 on validation items, the highest of equally good ones.
   * Each lies in the middle between two scores that occur.
   */
  public static Thresholds bestF1(TagEstimates validation) {
    List<Double> values = new ArrayList<>();
    List<Label> unchosen = new ArrayList<>();
    for (int t = 0; t < validation.classes().size(); t++) {
      double[] scores = new double[validation.size()];
      boolean[] positive = new boolean[validation.size()];
      int positives = 0;
      for (int i = 0; i < scores.length; i++) {
        scores[i] = validation.score(i, t);
        positive[i] = validation.isTrue(i, t);
        positives += positive[i] ? 1 : 0;
      }
      boolean open = positives == 0 || positives == scores.length;
      if (open) {
        unchosen.add(validation.classes().get(t));
      }
      values.add(open ? EVEN : bestF1(Descent.of(scores), positive, positives));
    }
    return new Thresholds(validation.classes(), values, unchosen);
  }

  private static double bestF1(Descent descent, boolean[] positive, int positives) {
    double best = -1;
    double threshold = EVEN;
    int hits = 0;
    int rank = 0;
    for (int run = 0; run < descent.runCount(); run++) {
      for (; rank < descent.runEnd(run); rank++) {
        hits += positive[descent.item(rank)] ? 1 : 0;
      }
      double f1 = 2.0 * hits / (rank + positives);
      if (f1 > best) {
        best = f1;
        double next = run + 1 < descent.runCount() ? descent.score(run + 1) : 0;
        threshold = Math.min(1, (descent.score(run) + next) / 2);
      }
    }
    return threshold;
  }

  /**
   * The same in the order of other tags.
   *
   * @throws IllegalArgumentException if a tag has no threshold
   */
  public Thresholds inOrder(List<Label> order) {
    List<Double> ordered = new ArrayList<>();
    for (Label tag : order) {
      int index = tags.indexOf(tag);
      if (index < 0) {
        throw new IllegalArgumentException("tag=%s must be one of %s".formatted(tag, tags));
      }
      ordered.add(values.get(index));
    }
    return new Thresholds(order, ordered, unchosen);
  }

  /** Whether a tag of this score is given. */
  public boolean isGiven(int tag, double score) {
    return score >= values.get(tag);
  }

  /**
   * How sure it is that a tag is given or not: the way of its score from the threshold as a share
   * of the whole way to 0 or 1, in [0, 1].
   */
  public double margin(int tag, double score) {
    double threshold = values.get(tag);
    double way = score >= threshold ? 1 - threshold : threshold;
    return way == 0 ? 1 : Math.min(1, Math.abs(score - threshold) / way);
  }

  /**
   * Does nothing if these are the thresholds of the model.
   *
   * @throws IllegalArgumentException naming both
   */
  public void requireTags(List<Label> modelTags) {
    if (!tags.equals(modelTags)) {
      throw new IllegalArgumentException(
          "thresholds of %s must be of the model's tags %s".formatted(tags, modelTags));
    }
  }
}
