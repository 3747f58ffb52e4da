package io.auricle.eval.metric;

import io.auricle.label.Label;

/**
 * The figures of a class or tag; each is 0 where its denominator is.
 *
 * @param label the class
 * @param precision share of the items taken for it that are of it
 * @param recall share of its items that are taken for it
 * @param f1 harmonic mean of the two
 * @param support number of items of it in the reference
 * @param estimated number of items that were taken for it
 */
public record ClassFigures(
    Label label, double precision, double recall, double f1, long support, long estimated) {
  /** Whether it is true of an item, or an item was taken for it. */
  public boolean occurs() {
    return support + estimated > 0;
  }
}
