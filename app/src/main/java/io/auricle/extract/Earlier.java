package io.auricle.extract;

/** What is done with what an earlier run has written. */
public enum Earlier {
  /** It is replaced. */
  REPLACED,
  /** Files that are the same as then are not done again, also those that failed. */
  KEPT,
  /** As above, but those that failed are tried again. */
  KEPT_IF_GOOD
}
