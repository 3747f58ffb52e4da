package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TrainingSet;
import io.auricle.classic.model.TreeModel;
import io.auricle.classic.model.TreeNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows random forests. Ours rather than Tribuo's, which gives the same accuracy and takes twenty
 * times as long: the order of each column is found once, and a node sorts whole numbers only.
 */
final class ForestTraining {
  private ForestTraining() {}

  static ClassicModel train(ForestOptions options, TrainingSet data, long seed) {
    TreeData sorted = TreeData.of(data);
    SplittableRandom seeds = new SplittableRandom(seed);
    long[] treeSeeds = seeds.longs(options.trees()).toArray();
    List<TreeNode> trees =
        IntStream.range(0, treeSeeds.length)
            .parallel()
            .mapToObj(tree -> new TreeGrower(options, sorted, treeSeeds[tree]).grow())
            .toList();
    return new TreeModel(
        data.labels(), data.columnCount(), trees, TreeModel.Sum.PROBABILITIES, folder -> {});
  }
}
