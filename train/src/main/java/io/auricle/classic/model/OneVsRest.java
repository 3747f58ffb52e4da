package io.auricle.classic.model;

/**
 * From one logit a label to scores: each logit's sigmoid over the sum of all, computed as the
 * softmax of {@code -log(1 + exp(-logit))}, which stays right where all sigmoids vanish.
 */
final class OneVsRest {
  private OneVsRest() {}

  static double[] scores(double[] logits) {
    double[] logarithms = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      logarithms[i] = -softplus(-logits[i]);
    }
    return SvmCalibration.softmax(logarithms, 1);
  }

  /** Adds the scores to a graph. */
  static String write(OnnxFormula formula, String logits) {
    String softplus = formula.node("Softplus", formula.node("Neg", logits));
    return formula.softmax(formula.node("Neg", softplus));
  }

  static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
}
