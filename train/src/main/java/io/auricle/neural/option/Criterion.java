package io.auricle.neural.option;

/** The figure of the validation by which epochs are compared. */
public enum Criterion {
  /** Share of clips that are right; of equal ones the epoch with the lower loss is better. */
  ACCURACY,
  /** Area under the ROC curve, the mean over the classes. */
  AUC,
  /** The loss, the lower the better. */
  LOSS,
  /** Nothing is chosen: the last epoch is the best, whatever the validation says. */
  LAST
}
