package io.auricle.experiment;

import io.auricle.split.Grouping;

/**
 * How tracks are dealt into folds, each label spread evenly.
 *
 * @param count number of folds, at least 2 (3 for networks, whose epoch is chosen on a fold of its
 *     own); 5 if left out
 * @param by what is never torn apart; the artist if left out
 * @param seed another seed, other folds
 */
public record FoldOptions(Integer count, Grouping by, long seed) {
  private static final int DEFAULT_COUNT = 5;

  public FoldOptions {
    count = count == null ? DEFAULT_COUNT : count;
    by = by == null ? Grouping.ARTIST : by;
    if (count < 2) {
      throw new IllegalArgumentException("count=" + count + " must be at least 2");
    }
  }

  /** Five folds, artists kept together. */
  public static FoldOptions defaults() {
    return new FoldOptions(DEFAULT_COUNT, Grouping.ARTIST, 0);
  }
}
