package io.auricle.classic.model;

import io.auricle.classic.model.TreeNode.Vote;
import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trees whose votes are summed. They take vectors unscaled: a tree asks only which of two values is
 * larger, so scaling would change nothing but the rounding of thresholds.
 */
public final class TreeModel implements FormulaModel {
  private final List<String> labels;
  private final int columns;
  private final List<TreeNode> trees;
  private final Sum sum;
  private final Extra extra;

  /** What the sums of the votes are. */
  public enum Sum {
    /** Shares of trees, which become scores by division. */
    PROBABILITIES,
    /** Become scores by a softmax. */
    LOGITS
  }

  /** Writes the files of the library. */
  public interface Extra {
    void save(Path folder) throws IOException;
  }

  public TreeModel(List<String> labels, int columns, List<TreeNode> trees, Sum sum, Extra extra) {
    this.labels = labels;
    this.columns = columns;
    this.trees = trees;
    this.sum = sum;
    this.extra = extra;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    double[] sums = new double[labels.size()];
    for (TreeNode tree : trees) {
      for (Vote vote : tree.leaf(vector).votes()) {
        sums[vote.label()] += vote.weight();
      }
    }
    if (sum == Sum.LOGITS) {
      return SvmCalibration.softmax(sums, 1);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= trees.size();
    }
    return sums;
  }

  @Override
  public int columnCount() {
    return columns;
  }

  @Override
  public String write(OnnxFormula formula) {
    String sums = formula.trees(OnnxFormula.INPUT, trees, labels.size());
    return sum == Sum.LOGITS
        ? formula.softmax(sums)
        : formula.node("Div", sums, formula.number("trees", trees.size()));
  }

  @Override
  public void save(Path folder) throws IOException {
    extra.save(folder);
  }
}
