package io.auricle.classic;

/**
 * A support vector machine with a radial basis kernel {@code exp(-gamma |a - b|^2)} (LibSVM).
 *
 * @param cost of an example on the wrong side, above 0; 1 if left out
 * @param gamma of the kernel, above 0; 0, or left out, means one over the number of columns
 * @param balanced whether the cost of a class is raised as it has fewer examples, so that all
 *     classes weigh the same
 * @param scheme how several labels are told apart; one against the rest if left out
 */
public record SvmOptions(Double cost, Double gamma, boolean balanced, Scheme scheme)
    implements ClassicOptions {
  /** How machines that know two sides tell several labels apart. */
  public enum Scheme {
    /** A machine for each label. */
    ONE_VS_REST,
    /** A machine for each pair of labels. */
    ONE_VS_ONE
  }

  public SvmOptions {
    cost = ClassicChecks.orElse(cost, 1.0);
    gamma = ClassicChecks.orElse(gamma, 0.0);
    scheme = ClassicChecks.orElse(scheme, Scheme.ONE_VS_REST);
    ClassicChecks.aboveZero("cost", cost);
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
    return scheme == Scheme.ONE_VS_ONE
        ? SvmTraining.train(this, data, seed)
        : RestSvmTraining.train(this, data, seed);
  }

  @Override
  public ClassicModel train(TagSet data, long seed) {
    if (scheme == Scheme.ONE_VS_ONE) {
      throw new IllegalArgumentException("scheme=one_vs_one must be one_vs_rest for tags");
    }
    return RestSvmTraining.train(this, data, seed);
  }

  double gammaOf(int columns) {
    return gamma == 0 ? 1.0 / columns : gamma;
  }
}
