package io.auricle.classic.model;

import io.auricle.classic.model.TreeNode.Leaf;
import io.auricle.classic.model.TreeNode.Split;
import io.auricle.classic.model.TreeNode.Vote;
import io.auricle.onnx.OnnxAttribute;
import java.util.ArrayList;
import java.util.List;

/** Trees as the attributes of the operator {@code TreeEnsembleRegressor} of {@code ai.onnx.ml}. */
final class TreeAttributes {
  private final List<Integer> trees = new ArrayList<>();
  private final List<Integer> nodes = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();
  private final List<Float> thresholds = new ArrayList<>();
  private final List<String> modes = new ArrayList<>();
  private final List<Integer> below = new ArrayList<>();
  private final List<Integer> other = new ArrayList<>();
  private final List<Integer> voteTrees = new ArrayList<>();
  private final List<Integer> voteNodes = new ArrayList<>();
  private final List<Integer> voteLabels = new ArrayList<>();
  private final List<Float> voteWeights = new ArrayList<>();

  private TreeAttributes() {}

  static OnnxAttribute[] of(List<TreeNode> trees, int labels) {
    TreeAttributes attributes = new TreeAttributes();
    for (int tree = 0; tree < trees.size(); tree++) {
      attributes.add(tree, 0, trees.get(tree));
    }
    return attributes.toArray(labels);
  }

  /** Adds a node and those below it, numbered from an id; gives the next free id. */
  private int add(int tree, int id, TreeNode node) {
    int place = nodes.size();
    trees.add(tree);
    nodes.add(id);
    below.add(0);
    other.add(0);
    if (node instanceof Split split) {
      columns.add(split.column());
      thresholds.add(split.threshold());
      modes.add("BRANCH_LT");
      int next = add(tree, id + 1, split.below());
      below.set(place, id + 1);
      other.set(place, next);
      return add(tree, next, split.other());
    }
    columns.add(0);
    thresholds.add(0f);
    modes.add("LEAF");
    for (Vote vote : ((Leaf) node).votes()) {
      voteTrees.add(tree);
      voteNodes.add(id);
      voteLabels.add(vote.label());
      voteWeights.add(vote.weight());
    }
    return id + 1;
  }

  private OnnxAttribute[] toArray(int labels) {
    return new OnnxAttribute[] {
      OnnxAttribute.of("n_targets", labels),
      OnnxAttribute.ints("nodes_treeids", trees),
      OnnxAttribute.ints("nodes_nodeids", nodes),
      OnnxAttribute.ints("nodes_featureids", columns),
      OnnxAttribute.floats("nodes_values", floats(thresholds)),
      OnnxAttribute.strings("nodes_modes", modes),
      OnnxAttribute.ints("nodes_truenodeids", below),
      OnnxAttribute.ints("nodes_falsenodeids", other),
      OnnxAttribute.ints("target_treeids", voteTrees),
      OnnxAttribute.ints("target_nodeids", voteNodes),
      OnnxAttribute.ints("target_ids", voteLabels),
      OnnxAttribute.floats("target_weights", floats(voteWeights))
    };
  }

  private static float[] floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }
}
