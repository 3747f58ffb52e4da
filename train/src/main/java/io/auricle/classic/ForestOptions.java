package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TrainingSet;

/**
 * A random forest (Breiman 2001, doi:10.1023/A:1010933404324): trees that split by the Gini index,
 * each grown from as many examples as there are, drawn with replacement.
 *
 * @param trees at least 1; 500 if left out
 * @param minSplit fewest different examples of a node that is split, at least 2; 5 if left out
 * @param maxDepth of a tree; 0, or left out, for no limit
 * @param columnsPerSplit columns that a split may choose from; 0, or left out, for the square root
 *     of their number
 */
public record ForestOptions(
    Integer trees, Integer minSplit, Integer maxDepth, Integer columnsPerSplit)
    implements ClassicOptions {
  public ForestOptions {
    trees = ClassicChecks.orElse(trees, 500);
    minSplit = ClassicChecks.orElse(minSplit, 5);
    maxDepth = ClassicChecks.orElse(maxDepth, 0);
    columnsPerSplit = ClassicChecks.orElse(columnsPerSplit, 0);
    ClassicChecks.atLeast("trees", trees, 1);
    ClassicChecks.atLeast("minSplit", minSplit, 2);
    ClassicChecks.atLeast("maxDepth", maxDepth, 0);
    ClassicChecks.atLeast("columnsPerSplit", columnsPerSplit, 0);
  }

  @Override
  public String kind() {
    return "forest";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return ForestTraining.train(this, data, seed);
  }

  int columnsOf(int columns) {
    return columnsPerSplit == 0
        ? Math.max(1, (int) Math.sqrt(columns))
        : Math.min(columnsPerSplit, columns);
  }
}
