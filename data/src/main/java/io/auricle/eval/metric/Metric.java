package io.auricle.eval.metric;

/** The figures of an evaluation, named as in reports. Some are of labels or of tags only. */
public enum Metric {
  /** Share of items taken for what they are. Labels only. */
  ACCURACY("accuracy", Kind.DECISIONS),
  /** Mean recall over the classes in the reference. Labels only. */
  BALANCED_ACCURACY("balanced accuracy", Kind.DECISIONS),
  /** Share of items that were given exactly their tags. Tags only. */
  EXACT_MATCH("exact match", Kind.DECISIONS),
  /** Share of wrong decisions among those on each item and tag. Tags only. */
  HAMMING_LOSS("Hamming loss", Kind.DECISIONS),
  /** Plain mean of the classes' precision. */
  PRECISION_MACRO("precision, macro", Kind.DECISIONS),
  /** Plain mean of the classes' recall. */
  RECALL_MACRO("recall, macro", Kind.DECISIONS),
  /** Plain mean of the classes' F1. */
  F1_MACRO("F1, macro", Kind.DECISIONS),
  /** Mean precision weighted by support. */
  PRECISION_WEIGHTED("precision, weighted", Kind.DECISIONS),
  /** Mean recall weighted by support, which equals accuracy where an item has one label. */
  RECALL_WEIGHTED("recall, weighted", Kind.DECISIONS),
  /** Mean F1 weighted by support. */
  F1_WEIGHTED("F1, weighted", Kind.DECISIONS),
  /** Precision of all decisions together, which equals accuracy where an item has one label. */
  PRECISION_MICRO("precision, micro", Kind.DECISIONS),
  /** Recall of all decisions together, which equals accuracy where an item has one label. */
  RECALL_MICRO("recall, micro", Kind.DECISIONS),
  /** F1 of all decisions together, which equals accuracy where an item has one label. */
  F1_MICRO("F1, micro", Kind.DECISIONS),
  /** Mean over items of the precision of the tags given to each; 0 if none. Tags only. */
  PRECISION_SAMPLES("precision, samples", Kind.DECISIONS),
  /** Mean over items of the share of its tags that were given; 0 if it has none. Tags only. */
  RECALL_SAMPLES("recall, samples", Kind.DECISIONS),
  /** Mean over items of the F1 of each. Tags only. */
  F1_SAMPLES("F1, samples", Kind.DECISIONS),
  /** Share of items whose true class is among the k highest scores. Labels only. */
  TOP_K("top-k accuracy", Kind.RANKING),
  /** Share of items whose highest score is an answer, not "not sure". Labels only. */
  COVERAGE("coverage", Kind.ANSWERS),
  /** Share of the answered items that are taken for what they are. Labels only. */
  SURE_ACCURACY("accuracy when sure", Kind.ANSWERS),
  /** Mean over classes of the one-against-rest area under the ROC curve. */
  ROC_AUC_MACRO("ROC-AUC, macro", Kind.RANKING),
  /** Area under the ROC curve of all items and classes together. */
  ROC_AUC_MICRO("ROC-AUC, micro", Kind.RANKING),
  /** Mean over items of the area under the ROC curve of its classes. */
  ROC_AUC_SAMPLES("ROC-AUC, samples", Kind.RANKING),
  /** Mean over classes of the average precision. */
  PR_AUC_MACRO("PR-AUC, macro", Kind.RANKING),
  /** Average precision of all items and classes together. */
  PR_AUC_MICRO("PR-AUC, micro", Kind.RANKING),
  /** Mean over items of the average precision of its classes. */
  PR_AUC_SAMPLES("PR-AUC, samples", Kind.RANKING),
  /** Mean negative natural logarithm of the probability of what is true. */
  LOG_LOSS("log loss", Kind.LOSS),
  /** Mean squared distance of the probabilities from the truth: labels [0, 2], tags [0, 1]. */
  BRIER("Brier score", Kind.LOSS),
  /** Mean distance of confidence from accuracy over bins of confidence, weighted by their items. */
  CALIBRATION_ERROR("expected calibration error", Kind.LOSS),
  /** Mean risk over all coverages, if the least confident items are left without an answer. */
  RISK_COVERAGE("risk-coverage area", Kind.LOSS);

  /** What a figure looks at. */
  private enum Kind {
    DECISIONS,
    RANKING,
    ANSWERS,
    LOSS
  }

  private final String title;
  private final Kind kind;

  Metric(String title, Kind kind) {
    this.title = title;
    this.kind = kind;
  }

  public String title() {
    return title;
  }

  public boolean higherIsBetter() {
    return kind != Kind.LOSS && this != HAMMING_LOSS;
  }

  /** Whether it depends on nothing but what each item was taken for. */
  public boolean ofDecisions() {
    return kind == Kind.DECISIONS;
  }
}
