package io.auricle.neural;

/** The figure of the validation by which epochs are compared. */
public enum Criterion {
  /** Share of clips that are right; of equal ones the epoch with the lower loss is better. */
  ACCURACY,
  /** Area under the ROC curve, the mean over the classes. */
  AUC,
  /** The loss, the lower the better. */
  LOSS;

  /** The figure as one that is better if higher. */
  double score(Validation.Result result) {
    return switch (this) {
      case ACCURACY -> result.accuracy();
      case AUC -> result.auc();
      case LOSS -> -result.loss();
    };
  }
}
