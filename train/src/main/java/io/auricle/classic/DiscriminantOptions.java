package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import io.auricle.classic.model.TrainingSet;

/**
 * Linear discriminant analysis: classes as normal distributions of one covariance, which is shrunk
 * towards a sphere where there are too few examples to know it (Fisher 1936; Hastie, Tibshirani and
 * Friedman, The Elements of Statistical Learning, 4.3). Equal to scikit-learn's with solver {@code
 * lsqr} on the same columns, where it is not balanced.
 *
 * @param shrinkage share of the sphere, in (0, 1]; 0.3 if left out
 * @param balanced whether all classes are expected alike; otherwise by how many examples they have
 * @param scaling of the columns; standard if left out
 */
public record DiscriminantOptions(Double shrinkage, boolean balanced, ColumnScaling scaling)
    implements ClassicOptions {
  public DiscriminantOptions {
    shrinkage = ClassicChecks.orElse(shrinkage, 0.3);
    scaling = ClassicChecks.orElse(scaling, ColumnScaling.STANDARD);
    ClassicChecks.aboveZero("shrinkage", shrinkage);
    if (shrinkage > 1) {
      throw new IllegalArgumentException("shrinkage=" + shrinkage + " must be in (0, 1]");
    }
  }

  @Override
  public String kind() {
    return "discriminant";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return DiscriminantTraining.train(this, data);
  }
}
