package io.auricle.neural.option;

import org.jspecify.annotations.Nullable;

/**
 * The learning rate over a training, as a factor of its highest value.
 *
 * @param kind the curve behind the warm-up
 * @param warmUpShare part of all steps in which the factor rises from near 0 to 1 in a straight
 *     line, in [0, 1)
 * @param patience epochs that the kinds which watch the validation wait; 10 for {@link
 *     Kind#PLATEAU} and 5 for {@link Kind#RISE_AND_FALL} if left out
 * @param factor by which they lower the learning rate, in (0, 1); 0.1 and 0.5 if left out
 * @param criterion the figure of the validation that they watch; that of {@link TrainingLength} if
 *     null
 */
public record Schedule(
    Kind kind, double warmUpShare, Integer patience, Double factor, @Nullable Criterion criterion) {
  /** A mean change of the score from epoch to epoch below this is no fluctuation. */
  public static final double FLUCTUATION = 0.01;

  /** Curves. */
  public enum Kind {
    CONSTANT,
    /** Half a cosine from 1 down to 0 (Loshchilov and Hutter 2017). */
    COSINE,
    /**
     * Smith's one-cycle as in PyTorch: by cosines from 1/25 to 1 in the warm-up and down to
     * 1/250000 at the end, the first beta of Adam opposite to it between 0.95 and 0.85.
     */
    ONE_CYCLE,
    /**
     * Lowered after {@code patience} epochs in which the validation's criterion was not beaten, as
     * {@code ReduceLROnPlateau} of PyTorch.
     */
    PLATEAU,
    /**
     * After genrewiz, which raised the rate when accuracy stood still and lowered it when accuracy
     * went back and forth: divided by the factor after {@code patience} epochs that beat nothing,
     * multiplied by it if at least half of the last {@code patience} epochs turned back, by one
     * point of a hundred on average, and led nowhere. Between 1e-4 and 10.
     */
    RISE_AND_FALL
  }

  public Schedule {
    if (kind == null) {
      throw new IllegalArgumentException("kind is missing in schedule");
    }
    boolean rises = kind == Kind.RISE_AND_FALL;
    patience = patience == null ? (rises ? 5 : 10) : patience;
    factor = factor == null ? (rises ? 0.5 : 0.1) : factor;
    if (patience < (rises ? 3 : 0)) {
      throw new IllegalArgumentException(
          "patience=%d must be %d or more".formatted(patience, rises ? 3 : 0));
    }
    if (!(factor > 0 && factor < 1)) {
      throw new IllegalArgumentException("factor=%s must be in (0, 1)".formatted(factor));
    }
    if (!(warmUpShare >= 0 && warmUpShare < 1)) {
      throw new IllegalArgumentException("warmUpShare=%s must be in [0, 1)".formatted(warmUpShare));
    }
    if (criterion == Criterion.LAST) {
      throw new IllegalArgumentException("criterion=last must be a figure: accuracy, auc or loss");
    }
  }

  /** With the criterion of the training. */
  public Schedule(Kind kind, double warmUpShare, Integer patience, Double factor) {
    this(kind, warmUpShare, patience, factor, null);
  }

  /** Without the options of those that watch the validation. */
  public Schedule(Kind kind, double warmUpShare) {
    this(
        kind,
        warmUpShare,
        kind == Kind.RISE_AND_FALL ? 5 : 10,
        kind == Kind.RISE_AND_FALL ? 0.5 : 0.1);
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
    if (kind == Kind.ONE_CYCLE) {
      return cycle(step, steps, 1 / 25.0, 1, 1 / 250_000.0);
    }
    double warmUp = warmUpShare * steps;
    if (step + 1 < warmUp) {
      return (step + 1) / warmUp;
    }
    if (kind != Kind.COSINE) {
      return 1;
    }
    double progress = (step - warmUp) / Math.max(1, steps - warmUp);
    return 0.5 * (1 + Math.cos(Math.PI * Math.max(0, Math.min(1, progress))));
  }

  /** The first beta of the Adams at a step: 0.9 but for {@link Kind#ONE_CYCLE}. */
  public double beta1(long step, long steps) {
    return kind == Kind.ONE_CYCLE ? cycle(step, steps, 0.95, 0.85, 0.95) : 0.9;
  }

  private double cycle(long step, long steps, double start, double peak, double end) {
    double top = warmUpShare * steps - 1;
    if (step <= top) {
      return between(start, peak, top == 0 ? 1 : step / top);
    }
    return between(peak, end, (step - top) / Math.max(1, steps - 1 - top));
  }

  /** Half a cosine from one value at share 0 to another at share 1. */
  private static double between(double from, double to, double share) {
    return to + (from - to) / 2 * (1 + Math.cos(Math.PI * Math.min(1, share)));
  }
}
