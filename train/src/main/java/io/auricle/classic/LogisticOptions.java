package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import io.auricle.classic.model.TrainingSet;

/**
 * Logistic regression, one label against the rest, with an L2 penalty (LIBLINEAR's trust region
 * Newton method, Fan et al. 2008).
 *
 * @param cost of an example on the wrong side, above 0; 0.3 if left out. A lower cost means smaller
 *     weights
 * @param maxIterations of Newton's method, at least 1; 1000 if left out
 * @param tolerance of the gradient's length at which it stops, above 0; 0.0001 if left out
 * @param balanced whether the cost of a class is raised as it has fewer examples, so that all
 *     classes count alike
 * @param scaling of the columns; standard if left out
 */
public record LogisticOptions(
    Double cost, Integer maxIterations, Double tolerance, boolean balanced, ColumnScaling scaling)
    implements ClassicOptions {
  private static final int MOST_ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-4;

  public LogisticOptions {
    cost = ClassicChecks.orElse(cost, 0.3);
    maxIterations = ClassicChecks.orElse(maxIterations, MOST_ITERATIONS);
    tolerance = ClassicChecks.orElse(tolerance, TOLERANCE);
    scaling = ClassicChecks.orElse(scaling, ColumnScaling.STANDARD);
    ClassicChecks.aboveZero("cost", cost);
    ClassicChecks.atLeast("maxIterations", maxIterations, 1);
    ClassicChecks.aboveZero("tolerance", tolerance);
  }

  /** On standard columns. */
  public LogisticOptions(Double cost, Integer maxIterations, Double tolerance, boolean balanced) {
    this(cost, maxIterations, tolerance, balanced, ColumnScaling.STANDARD);
  }

  @Override
  public String kind() {
    return "logistic";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return LogisticTraining.train(this, data, seed);
  }
}
