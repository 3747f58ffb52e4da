package io.auricle.neural;

/**
 * The learning rate over a training, as a factor of its highest value.
 *
 * @param kind the curve behind the warm-up
 * @param warmUpShare part of all steps in which the factor rises from near 0 to 1 in a straight
 *     line, in [0, 1)
 */
public record Schedule(Kind kind, double warmUpShare) {
  /** Curves. */
  public enum Kind {
    CONSTANT,
    /** Half a cosine from 1 down to 0 (Loshchilov and Hutter 2017). */
    COSINE
  }

  public Schedule {
    if (!(warmUpShare >= 0 && warmUpShare < 1)) {
      throw new IllegalArgumentException("warmUpShare=%s must be in [0, 1)".formatted(warmUpShare));
    }
  }

  public static Schedule constant() {
    return new Schedule(Kind.CONSTANT, 0);
  }

  /**
   * The factor of one step.
   *
   * @param step from 0 to {@code steps - 1}
   * @param steps in the whole training
   */
  public double factor(long step, long steps) {
    double warmUp = warmUpShare * steps;
    if (step + 1 < warmUp) {
      return (step + 1) / warmUp;
    }
    if (kind == Kind.CONSTANT) {
      return 1;
    }
    double progress = (step - warmUp) / Math.max(1, steps - warmUp);
    return 0.5 * (1 + Math.cos(Math.PI * Math.max(0, Math.min(1, progress))));
  }
}
