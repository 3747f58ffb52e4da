package io.auricle.neural;

/** The figure of the validation by which epochs are compared. */
public enum Criterion {
  /** Share of clips that are right; of equal ones the epoch with the lower loss is better. */
  ACCURACY,
  /** Area under the ROC curve, the mean over the classes. */
  AUC,
  /** The loss, the lower the better. */
  LOSS,
  /** Nothing is chosen: the last epoch is the best, whatever the validation says. */
  LAST;

  /**
   * The figure as one that is better if higher.
   *
   * @param epoch the number of the epoch that was judged
   */
  double score(Validation.Result result, int epoch) {
    return switch (this) {
      case ACCURACY -> result.accuracy();
      case AUC -> result.auc();
      case LOSS -> -result.loss();
      case LAST -> epoch;
    };
  }
}
