package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TrainingSet;

/**
 * Gradient boosted trees by XGBoost (Chen and Guestrin 2016, doi:10.1145/2939672.2939785), a tree
 * for each label and round.
 *
 * @param rounds at least 1; 500 if left out
 * @param maxDepth of a tree, at least 1; 5 if left out
 * @param learningRate in (0, 1]; 0.1 if left out
 * @param subsample share of the examples that each tree is grown from, in (0, 1]; 0.8 if left out
 * @param columnsPerTree share of the columns that each tree may use, in (0, 1]; 1 if left out
 * @param bins that the values of a column are sorted into, at least 2; 64 if left out, which is as
 *     good as more for a few thousand examples and much faster
 * @param minChildWeight smallest sum of second derivatives in a leaf, 0 or above; 1 if left out
 * @param penalty on the squared values of leaves, 0 or above; 1 if left out
 */
public record BoostingOptions(
    Integer rounds,
    Integer maxDepth,
    Double learningRate,
    Double subsample,
    Double columnsPerTree,
    Integer bins,
    Double minChildWeight,
    Double penalty)
    implements ClassicOptions {
  public BoostingOptions {
    rounds = ClassicChecks.orElse(rounds, 500);
    maxDepth = ClassicChecks.orElse(maxDepth, 5);
    learningRate = ClassicChecks.orElse(learningRate, 0.1);
    subsample = ClassicChecks.orElse(subsample, 0.8);
    columnsPerTree = ClassicChecks.orElse(columnsPerTree, 1.0);
    bins = ClassicChecks.orElse(bins, 64);
    minChildWeight = ClassicChecks.orElse(minChildWeight, 1.0);
    penalty = ClassicChecks.orElse(penalty, 1.0);
    ClassicChecks.atLeast("rounds", rounds, 1);
    ClassicChecks.atLeast("maxDepth", maxDepth, 1);
    ClassicChecks.share("learningRate", learningRate);
    ClassicChecks.share("subsample", subsample);
    ClassicChecks.share("columnsPerTree", columnsPerTree);
    ClassicChecks.atLeast("bins", bins, 2);
    ClassicChecks.notNegative("minChildWeight", minChildWeight);
    ClassicChecks.notNegative("penalty", penalty);
  }

  @Override
  public String kind() {
    return "xgboost";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return BoostingTraining.train(this, data, seed);
  }
}
