package io.auricle.classic;

/**
 * A support vector machine with a radial basis kernel {@code exp(-gamma |a - b|^2)} (LibSVM, one
 * against one).
 *
 * @param cost of an example on the wrong side, above 0
 * @param gamma of the kernel, above 0; 0 means one over the number of columns
 * @param balanced whether the cost of a class is raised as it has fewer examples, so that all
 *     classes weigh the same
 */
public record SvmOptions(double cost, double gamma, boolean balanced) implements ClassicOptions {
  public SvmOptions {
    if (!(cost > 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException("cost=" + cost + " must be above 0");
    }
    if (!(gamma >= 0 && Double.isFinite(gamma))) {
      throw new IllegalArgumentException("gamma=" + gamma + " must be above 0, or 0 for 1/columns");
    }
  }

  @Override
  public String kind() {
    return "svm";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return SvmTraining.train(this, data, seed);
  }

  double gammaOf(int columns) {
    return gamma == 0 ? 1.0 / columns : gamma;
  }
}
