package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.util.List;

/** A decision tree, which is its root. */
public sealed interface TreeNode {
  /**
   * Asks whether a column is below a threshold.
   *
   * @param column index
   * @param threshold compared in single precision, as vectors are
   * @param below where vectors go whose value is smaller
   * @param other where all others go
   */
  record Split(int column, float threshold, TreeNode below, TreeNode other) implements TreeNode {}

  /**
   * The end of a way.
   *
   * @param votes what it adds to labels; nothing for those not named
   */
  record Leaf(List<Vote> votes) implements TreeNode {}

  /**
   * Something for a label.
   *
   * @param label index
   * @param weight a probability or a logit
   */
  record Vote(int label, float weight) {}

  /** The leaf that a vector ends in. */
  default Leaf leaf(FeatureMatrix vector) {
    TreeNode node = this;
    while (node instanceof Split split) {
      node = vector.at(0, split.column()) < split.threshold() ? split.below() : split.other();
    }
    return (Leaf) node;
  }
}
