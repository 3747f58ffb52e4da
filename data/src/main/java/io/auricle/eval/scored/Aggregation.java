package io.auricle.eval.scored;

/** How the scores of a track follow from those of its pieces. */
public enum Aggregation {
  /** The mean of its pieces' scores. */
  MEAN,
  /** The share of its pieces that were taken for the class, or given the tag. */
  VOTE
}
