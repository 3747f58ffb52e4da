package io.auricle.eval.metric;

import io.auricle.label.Label;

/**
 * How well the scores of one class or tag rank the items.
 *
 * @param label the class
 * @param rocAuc area under its ROC curve; NaN if no item is of it, or every one
 * @param averagePrecision area under its precision-recall curve; NaN likewise
 */
public record ClassAreas(Label label, double rocAuc, double averagePrecision) {
  /** Whether there are items both of the class and of none. */
  public boolean isDefined() {
    return !Double.isNaN(rocAuc);
  }
}
