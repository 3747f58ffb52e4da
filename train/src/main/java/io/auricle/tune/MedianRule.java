package io.auricle.tune;

/**
 * Gives a trial up once its mean over the folds so far is worse than the median of what earlier
 * trials had after as many folds (Golovin et al. 2017, Vizier). Trials come in groups and are
 * compared with those of earlier groups alone, so what is given up does not depend on which thread
 * is faster.
 *
 * @param group number of trials in a group, at least 2; those of the first all run to the end; 8 if
 *     left out
 * @param folds after which a trial may be given up at the earliest, above 0; 1 if left out
 */
public record MedianRule(Integer group, Integer folds) {
  private static final int DEFAULT_GROUP = 8;

  public MedianRule {
    group = group == null ? DEFAULT_GROUP : group;
    folds = folds == null ? 1 : folds;
    if (group < 2) {
      throw new IllegalArgumentException("group=" + group + " must be at least 2");
    }
    if (folds < 1) {
      throw new IllegalArgumentException("folds=" + folds + " must be above 0");
    }
  }
}
