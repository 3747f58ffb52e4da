package io.auricle.classic.model;

import java.util.List;

/**
 * From the margins of all pairs to probabilities. Each pair gives {@code p(i rather than j) =
 * sigmoid(slope * margin)} (Platt 1999, without offset); a class's score is the sum of the
 * logarithms of its pairs' probabilities, and the scores over the temperature go through a softmax.
 * A product of pairs is bolder than the pairs, which the temperature puts right. Both numbers
 * minimise the log loss of held-out examples.
 *
 * @param slope above 0
 * @param temperature above 0
 */
public record SvmCalibration(double slope, double temperature) implements PairScores {
  /** For models whose margins alone are of interest. */
  public static final SvmCalibration NONE = new SvmCalibration(1, 1);

  /** Too few examples say nothing; these are the figures of usual data. */
  private static final SvmCalibration USUAL = new SvmCalibration(2, 2);

  private static final int FEWEST = 20;
  private static final double STEP = Math.pow(2, 0.25);

  /** The best pair of numbers on a grid. */
  public static SvmCalibration fit(List<double[]> margins, List<Integer> references, int classes) {
    if (margins.size() < FEWEST) {
      return USUAL;
    }
    SvmCalibration best = USUAL;
    double lowest = Double.POSITIVE_INFINITY;
    for (double slope = 0.25; slope < 9; slope *= STEP) {
      double[][] sums = new double[margins.size()][];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = new SvmCalibration(slope, 1).logarithms(margins.get(i), classes);
      }
      for (double temperature = 0.25; temperature < 17; temperature *= STEP) {
        double loss = 0;
        for (int i = 0; i < sums.length; i++) {
          loss -= Math.log(softmax(sums[i], temperature)[references.get(i)] + 1e-300);
        }
        if (loss < lowest) {
          lowest = loss;
          best = new SvmCalibration(slope, temperature);
        }
      }
    }
    return best;
  }

  @Override
  public double[] probabilities(double[] margins, int classes) {
    return softmax(logarithms(margins, classes), temperature);
  }

  private double[] logarithms(double[] margins, int classes) {
    double[] sums = new double[classes];
    int pair = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = i + 1; j < classes; j++) {
        sums[i] -= OneVsRest.softplus(-slope * margins[pair]);
        sums[j] -= OneVsRest.softplus(slope * margins[pair]);
        pair++;
      }
    }
    return sums;
  }

  public static double[] softmax(double[] logits, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = Math.max(max, logit);
    }
    double[] result = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.exp((logits[i] - max) / temperature);
      sum += result[i];
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  @Override
  public String write(OnnxFormula formula, String margins, int[] classes) {
    int pairs = classes.length * (classes.length - 1) / 2;
    double[][] first = new double[pairs][classes.length];
    double[][] second = new double[pairs][classes.length];
    int pair = 0;
    for (int i = 0; i < classes.length; i++) {
      for (int j = i + 1; j < classes.length; j++) {
        first[pair][classes[i]] = -1 / temperature;
        second[pair][classes[j]] = -1 / temperature;
        pair++;
      }
    }
    String up = formula.node("Mul", margins, formula.number("slope", slope));
    String down = formula.node("Neg", up);
    String firsts =
        formula.node("MatMul", formula.node("Softplus", down), formula.constant("first", first));
    String seconds =
        formula.node("MatMul", formula.node("Softplus", up), formula.constant("second", second));
    return formula.softmax(formula.node("Add", firsts, seconds));
  }
}
