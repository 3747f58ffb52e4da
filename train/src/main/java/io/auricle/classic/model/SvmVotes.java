package io.auricle.classic.model;

/**
 * Each pair votes for the class on whose side the margin is, as LibSVM and scikit-learn decide; a
 * score is the share of votes.
 */
public record SvmVotes() implements PairScores {
  @Override
  public double[] probabilities(double[] margins, int classes) {
    double[] scores = new double[classes];
    int pair = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = i + 1; j < classes; j++) {
        scores[margins[pair] > 0 ? i : j] += 1.0 / margins.length;
        pair++;
      }
    }
    return scores;
  }

  /** Half the sum of the signs of a class's pairs, and of half its pairs. */
  @Override
  public String write(OnnxFormula formula, String margins, int[] classes) {
    int pairs = classes.length * (classes.length - 1) / 2;
    double[][] sides = new double[pairs][classes.length];
    int pair = 0;
    for (int i = 0; i < classes.length; i++) {
      for (int j = i + 1; j < classes.length; j++) {
        sides[pair][classes[i]] = 0.5 / pairs;
        sides[pair][classes[j]] = -0.5 / pairs;
        pair++;
      }
    }
    String won = formula.node("Sign", margins);
    String sum = formula.node("MatMul", won, formula.constant("sides", sides));
    double half = (classes.length - 1) * 0.5 / pairs;
    return formula.node("Add", sum, formula.number("half", half));
  }
}
