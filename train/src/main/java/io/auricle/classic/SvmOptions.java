package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.TagSet;
import io.auricle.classic.model.TrainingSet;

/**
 * A support vector machine with a radial basis kernel {@code exp(-gamma |a - b|^2)} (LibSVM).
 *
 * @param cost of an example on the wrong side, above 0; 1 if left out
 * @param gamma of the kernel, above 0; 0, or left out, means one over the number of columns, and
 *     over the variance of all scaled values where the scaling is not standard (scikit-learn's
 *     "scale")
 * @param balanced whether the cost of a class is raised as it has fewer examples, so that all
 *     classes weigh the same
 * @param scheme how several labels are told apart; one against the rest if left out
 * @param votes one against one: whether a score is the share of pairs that are for a label, as
 *     scikit-learn decides, instead of a probability
 * @param scaling of the columns; standard if left out
 */
public record SvmOptions(
    Double cost,
    Double gamma,
    boolean balanced,
    Scheme scheme,
    boolean votes,
    ColumnScaling scaling)
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
    scaling = ClassicChecks.orElse(scaling, ColumnScaling.STANDARD);
    ClassicChecks.aboveZero("cost", cost);
    if (votes && scheme != Scheme.ONE_VS_ONE) {
      throw new IllegalArgumentException("votes=true must be false unless scheme is one_vs_one");
    }
    if (!(gamma >= 0 && Double.isFinite(gamma))) {
      throw new IllegalArgumentException("gamma=" + gamma + " must be above 0, or 0 for 1/columns");
    }
  }

  /** On standard columns. */
  public SvmOptions(Double cost, Double gamma, boolean balanced, Scheme scheme) {
    this(cost, gamma, balanced, scheme, false, ColumnScaling.STANDARD);
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

  public double gammaOf(TrainingSet data, Scaler scaler) {
    if (gamma > 0) {
      return gamma;
    }
    // Standard columns have a variance of 1 already.
    double variance = scaling == ColumnScaling.STANDARD ? 1 : scaler.variance(data);
    return 1.0 / data.columnCount() / (variance == 0 ? 1 : variance);
  }
}
