package io.auricle.classic.model;

/** From the margins of all pairs of classes to a score for each class; the scores sum to 1. */
public sealed interface PairScores permits SvmCalibration, SvmVotes {
  /** The scores of the classes, in the order of the pairs. */
  double[] probabilities(double[] margins, int classes);

  /**
   * Adds the scores to a graph.
   *
   * @param margins the name of their value
   * @param classes the label that each of LibSVM's classes stands for
   */
  String write(OnnxFormula formula, String margins, int[] classes);
}
