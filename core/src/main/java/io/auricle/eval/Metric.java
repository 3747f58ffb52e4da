package io.auricle.eval;

/** The figures of an evaluation, named as in reports. */
public enum Metric {
  /** Share of items taken for what they are. */
  ACCURACY("accuracy", true),
  /** Mean recall over the classes in the reference. */
  BALANCED_ACCURACY("balanced accuracy", true),
  /** Plain mean of the classes' precision. */
  PRECISION_MACRO("precision, macro", true),
  /** Plain mean of the classes' recall. */
  RECALL_MACRO("recall, macro", true),
  /** Plain mean of the classes' F1. */
  F1_MACRO("F1, macro", true),
  /** Mean precision weighted by support. */
  PRECISION_WEIGHTED("precision, weighted", true),
  /** Mean recall weighted by support, which equals accuracy. */
  RECALL_WEIGHTED("recall, weighted", true),
  /** Mean F1 weighted by support. */
  F1_WEIGHTED("F1, weighted", true),
  /** Share of items whose true class is among the k highest scores. */
  TOP_K("top-k accuracy", true),
  /** Mean over classes of the one-against-rest area under the ROC curve. */
  ROC_AUC_MACRO("ROC-AUC, macro", true),
  /** Mean negative natural logarithm of the true class's probability. */
  LOG_LOSS("log loss", false),
  /** Mean squared distance of the probabilities from the truth, in [0, 2]. */
  BRIER("Brier score", false),
  /** Mean distance of confidence from accuracy over bins of confidence, weighted by their items. */
  CALIBRATION_ERROR("expected calibration error", false);

  private final String title;
  private final boolean higherIsBetter;

  Metric(String title, boolean higherIsBetter) {
    this.title = title;
    this.higherIsBetter = higherIsBetter;
  }

  public String title() {
    return title;
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }
}
