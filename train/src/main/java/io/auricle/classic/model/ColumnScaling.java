package io.auricle.classic.model;

/** How the columns of vectors are brought to one scale before a model that measures distances. */
public enum ColumnScaling {
  /** Mean 0 and deviation 1. */
  STANDARD,
  /**
   * Mean 0, and all of them over the deviation that they have on average: for columns of one kind,
   * such as an embedding's, of which those that hardly move would else be made loud.
   */
  COMMON,
  /** From 0 for the smallest value to 1 for the largest. */
  MIN_MAX,
  /** Left as they are. */
  NONE
}
