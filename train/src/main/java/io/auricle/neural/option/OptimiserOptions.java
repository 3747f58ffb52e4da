package io.auricle.neural.option;

/**
 * How gradients become steps; formulas and defaults as in PyTorch.
 *
 * @param kind which
 * @param learningRate the highest of the schedule, above 0
 * @param weightDecay subtracted in proportion to the weight; decoupled in AdamW, part of the
 *     gradient in the others
 * @param momentum of SGD and RMSProp, in [0, 1); unused by the Adams, whose betas are 0.9 and 0.999
 * @param rho how much of its running mean of squared gradients RMSProp keeps, in [0, 1); PyTorch's
 *     0.99 if left out, 0.9 in Keras
 * @param epsilon added to the root of that mean, and in the Adams; above 0; PyTorch's 1e-8 if left
 *     out, 1e-7 in Keras
 */
public record OptimiserOptions(
    Kind kind,
    double learningRate,
    double weightDecay,
    double momentum,
    Double rho,
    Double epsilon) {
  private static final double RHO = 0.99;
  private static final double EPSILON = 1e-8;

  /** The rules of updating. */
  public enum Kind {
    SGD,
    RMSPROP,
    ADAM,
    ADAMW
  }

  public OptimiserOptions {
    if (!(learningRate > 0)) {
      throw new IllegalArgumentException("learningRate=%s must be above 0".formatted(learningRate));
    }
    if (!(weightDecay >= 0)) {
      throw new IllegalArgumentException("weightDecay=%s must be 0 or more".formatted(weightDecay));
    }
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum=%s must be in [0, 1)".formatted(momentum));
    }
    rho = rho == null ? RHO : rho;
    epsilon = epsilon == null ? EPSILON : epsilon;
    if (!(rho >= 0 && rho < 1)) {
      throw new IllegalArgumentException("rho=%s must be in [0, 1)".formatted(rho));
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon=%s must be above 0".formatted(epsilon));
    }
  }

  /** With PyTorch's {@code rho} and {@code epsilon}. */
  public OptimiserOptions(Kind kind, double learningRate, double weightDecay, double momentum) {
    this(kind, learningRate, weightDecay, momentum, RHO, EPSILON);
  }

  public static OptimiserOptions adam(double learningRate) {
    return new OptimiserOptions(Kind.ADAM, learningRate, 0, 0);
  }

  public static OptimiserOptions adamW(double learningRate, double weightDecay) {
    return new OptimiserOptions(Kind.ADAMW, learningRate, weightDecay, 0);
  }
}
