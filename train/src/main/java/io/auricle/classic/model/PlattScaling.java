package io.auricle.classic.model;

/**
 * From a margin to a logit: {@code slope * margin + offset} (Platt 1999), fitted by Newton's method
 * to margins of held-out examples, with the targets that Platt gives to keep few examples modest
 * (Lin, Lin and Weng 2007, doi:10.1007/s10994-007-5018-6).
 *
 * @param slope of the margin
 * @param offset of the logit
 */
public record PlattScaling(double slope, double offset) {
  /** Too few examples say nothing; this is the figure of usual data. */
  private static final PlattScaling USUAL = new PlattScaling(2, 0);

  private static final int FEWEST = 20;
  private static final int ITERATIONS = 100;
  private static final double RIDGE = 1e-10;
  private static final double ENOUGH = 1e-8;

  /**
   * Fits to margins.
   *
   * @param margins of held-out examples
   * @param positive whether each is of the label that a margin above 0 speaks for
   */
  public static PlattScaling fit(double[] margins, boolean[] positive) {
    int count = 0;
    for (boolean p : positive) {
      count += p ? 1 : 0;
    }
    if (margins.length < FEWEST || count == 0 || count == margins.length) {
      return USUAL;
    }
    double high = (count + 1.0) / (count + 2);
    double low = 1.0 / (margins.length - count + 2);
    double[] targets = new double[margins.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = positive[i] ? high : low;
    }
    PlattScaling best = new PlattScaling(0, Math.log((count + 1.0) / (margins.length - count + 1)));
    for (int i = 0; i < ITERATIONS; i++) {
      PlattScaling next = best.step(margins, targets);
      double change = Math.abs(next.slope - best.slope) + Math.abs(next.offset - best.offset);
      best = next;
      if (change < ENOUGH) {
        break;
      }
    }
    return best;
  }

  public double logit(double margin) {
    return slope * margin + offset;
  }

  /** A Newton step, halved until the loss does not grow. */
  private PlattScaling step(double[] margins, double[] targets) {
    double slopes = RIDGE;
    double mixed = 0;
    double offsets = RIDGE;
    double slopeGradient = 0;
    double offsetGradient = 0;
    for (int i = 0; i < margins.length; i++) {
      double p = 1 / (1 + Math.exp(-logit(margins[i])));
      double weight = p * (1 - p);
      slopes += weight * margins[i] * margins[i];
      mixed += weight * margins[i];
      offsets += weight;
      slopeGradient += (p - targets[i]) * margins[i];
      offsetGradient += p - targets[i];
    }
    double determinant = slopes * offsets - mixed * mixed;
    double slopeStep = (offsets * slopeGradient - mixed * offsetGradient) / determinant;
    double offsetStep = (slopes * offsetGradient - mixed * slopeGradient) / determinant;
    double loss = loss(margins, targets);
    for (double share = 1; share > ENOUGH; share /= 2) {
      PlattScaling next = new PlattScaling(slope - share * slopeStep, offset - share * offsetStep);
      if (next.loss(margins, targets) <= loss) {
        return next;
      }
    }
    return this;
  }

  private double loss(double[] margins, double[] targets) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double logit = logit(margins[i]);
      loss += OneVsRest.softplus(-logit) + (1 - targets[i]) * logit;
    }
    return loss;
  }
}
