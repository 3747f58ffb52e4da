package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;

/** A weighted sum of scaled columns for each label. Immutable. */
public final class LinearScores {
  private final Scaler scaler;
  private final double[][] weights;
  private final double[] bias;

  /**
   * @param weights {@code [columns][labels]}
   * @param bias {@code [labels]}
   */
  public LinearScores(Scaler scaler, double[][] weights, double[] bias) {
    this.scaler = scaler;
    this.weights = weights;
    this.bias = bias;
  }

  Scaler scaler() {
    return scaler;
  }

  /** The sum of each label. */
  public double[] of(FeatureMatrix vector) {
    double[] scaled = scaler.apply(vector);
    double[] sums = bias.clone();
    for (int c = 0; c < scaled.length; c++) {
      for (int label = 0; label < sums.length; label++) {
        sums[label] += scaled[c] * weights[c][label];
      }
    }
    return sums;
  }

  public int columnCount() {
    return scaler.columnCount();
  }

  /** Adds the sums {@code [n, labels]} to a graph; gives their name. */
  public String write(OnnxFormula formula) {
    String scaled = scaler.write(formula, OnnxFormula.INPUT);
    String product = formula.node("MatMul", scaled, formula.constant("weights", weights));
    return formula.node("Add", product, formula.vector("bias", bias));
  }
}
