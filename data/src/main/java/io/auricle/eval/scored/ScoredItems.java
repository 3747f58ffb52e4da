package io.auricle.eval.scored;

import io.auricle.label.Label;
import java.util.List;

/**
 * Items with a score for every class beside what is true of them. An item is a track or a piece of
 * one; its id names the track, its group what the bootstrap keeps together (the artist where
 * known). Implementations are immutable.
 */
public sealed interface ScoredItems permits Estimates, TagEstimates {
  /** Number of items, at least 1. */
  int size();

  /** The model's classes or tags in the order of the scores. */
  List<Label> classes();

  /** The track of an item. */
  String id(int item);

  /** What the bootstrap draws together. */
  String group(int item);

  /** The score of a class, in [0, 1]. */
  double score(int item, int classIndex);

  /** Whether a class is true of an item. */
  boolean isTrue(int item, int classIndex);

  /** What is true of an item, in the model's order. */
  List<Label> references(int item);

  /**
   * How surprised the model is by what is true of an item: the negative natural logarithm of the
   * probability that it gives to that; of tags the mean over them. Probabilities count as at least
   * 2^-52 and at most 1 less that, as in scikit-learn.
   */
  double logLoss(int item);

  /**
   * The squared distance of the scores from the truth: of one label the sum over the classes, in
   * [0, 2]; of tags the mean over them, in [0, 1].
   */
  double brierScore(int item);
}
