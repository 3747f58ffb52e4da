package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import io.auricle.classic.model.TrainingSet;

/**
 * Multinomial logistic regression: all labels at once, whose scores are a softmax, with an L2
 * penalty on the weights and none on the biases. Equal to scikit-learn's {@code LogisticRegression}
 * with {@code C = cost} on the same columns.
 *
 * @param cost of an example on the wrong side, above 0; 1 if left out. A lower cost means smaller
 *     weights
 * @param maxIterations at least 1; 1000 if left out
 * @param tolerance of the gradient, as a share of the first one's, at which it stops, above 0; 1e-6
 *     if left out
 * @param balanced whether the cost of a class is raised as it has fewer examples, so that all
 *     classes count alike
 * @param scaling of the columns; standard if left out
 */
public record MultinomialOptions(
    Double cost, Integer maxIterations, Double tolerance, boolean balanced, ColumnScaling scaling)
    implements ClassicOptions {
  private static final int MOST_ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-6;

  public MultinomialOptions {
    cost = ClassicChecks.orElse(cost, 1.0);
    maxIterations = ClassicChecks.orElse(maxIterations, MOST_ITERATIONS);
    tolerance = ClassicChecks.orElse(tolerance, TOLERANCE);
    scaling = ClassicChecks.orElse(scaling, ColumnScaling.STANDARD);
    ClassicChecks.aboveZero("cost", cost);
    ClassicChecks.atLeast("maxIterations", maxIterations, 1);
    ClassicChecks.aboveZero("tolerance", tolerance);
  }

  /** Classes that count alike, told apart by an embedding. */
  public static MultinomialOptions ofEmbedding(double cost) {
    return new MultinomialOptions(cost, MOST_ITERATIONS, TOLERANCE, true, ColumnScaling.COMMON);
  }

  @Override
  public String kind() {
    return "multinomial";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return MultinomialTraining.train(this, data);
  }
}
