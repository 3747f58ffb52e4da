package io.auricle.classic;

/** How the columns of vectors are brought to one scale before a model that measures distances. */
public enum Scaling {
  /** Mean 0 and deviation 1. */
  STANDARD,
  /** From 0 for the smallest value to 1 for the largest. */
  MIN_MAX,
  /** Left as they are. */
  NONE
}
