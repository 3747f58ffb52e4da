package io.auricle.classic.model;

import java.util.Arrays;
import libsvm.svm_model;
import libsvm.svm_node;

/**
 * The decision values of support vector machines that share their vectors, as dense matrices: the
 * vectors {@code [vectors][columns]}, and for each machine a column of coefficients. One against
 * one, the machine of the pair (i, j), i before j, speaks for i with a margin above 0. Immutable.
 */
public final class SvmMargins {
  private final double gamma;
  private final double[][] vectors;
  private final double[][] coefficients;
  private final double[] offsets;

  public SvmMargins(double gamma, double[][] vectors, double[][] coefficients, double[] offsets) {
    this.gamma = gamma;
    this.vectors = rounded(vectors);
    this.coefficients = coefficients;
    this.offsets = offsets;
  }

  /**
   * In single precision, in which they are written: a vector that is moved that little changes
   * nothing, but all that is computed from it has to be computed from the same.
   */
  private static double[][] rounded(double[][] vectors) {
    double[][] rounded = new double[vectors.length][];
    for (int v = 0; v < vectors.length; v++) {
      rounded[v] = Arrays.stream(vectors[v]).map(value -> (float) value).toArray();
    }
    return rounded;
  }

  /** Unfolds what LibSVM stores class by class. */
  public static SvmMargins of(svm_model model, double gamma, int columns) {
    double[][] vectors = new double[model.l][columns];
    for (int v = 0; v < model.l; v++) {
      for (svm_node node : model.SV[v]) {
        vectors[v][node.index] = node.value;
      }
    }
    int[] start = new int[model.nr_class + 1];
    for (int i = 0; i < model.nr_class; i++) {
      start[i + 1] = start[i] + model.nSV[i];
    }
    double[][] coefficients = new double[model.l][model.rho.length];
    int pair = 0;
    for (int i = 0; i < model.nr_class; i++) {
      for (int j = i + 1; j < model.nr_class; j++) {
        for (int v = start[i]; v < start[i + 1]; v++) {
          coefficients[v][pair] = model.sv_coef[j - 1][v];
        }
        for (int v = start[j]; v < start[j + 1]; v++) {
          coefficients[v][pair] = model.sv_coef[i][v];
        }
        pair++;
      }
    }
    double[] offsets = new double[model.rho.length];
    for (int p = 0; p < offsets.length; p++) {
      offsets[p] = -model.rho[p];
    }
    return new SvmMargins(gamma, vectors, coefficients, offsets);
  }

  /** The margins of a scaled vector, a value for each machine. */
  public double[] of(double[] scaled) {
    double[] margins = offsets.clone();
    for (int v = 0; v < vectors.length; v++) {
      double squares = 0;
      for (int c = 0; c < scaled.length; c++) {
        double difference = scaled[c] - vectors[v][c];
        squares += difference * difference;
      }
      double kernel = Math.exp(-gamma * squares);
      for (int p = 0; p < margins.length; p++) {
        margins[p] += kernel * coefficients[v][p];
      }
    }
    return margins;
  }

  /**
   * Adds scaling and margins to a graph, with {@code |a - b|^2 = |a|^2 + |b|^2 - 2 a b}; gives the
   * name of the result. In double precision: with a small gamma all kernel values are almost 1, and
   * what a margin is made of is what single precision would round away.
   */
  String write(OnnxFormula graph, Scaler scaler) {
    OnnxFormula formula = graph.inDoubles();
    String scaled = scaler.write(formula, formula.doubles(OnnxFormula.INPUT));
    int columns = vectors[0].length;
    double[][] transposed = new double[columns][vectors.length];
    double[] lengths = new double[vectors.length];
    for (int v = 0; v < vectors.length; v++) {
      for (int c = 0; c < columns; c++) {
        transposed[c][v] = -2 * vectors[v][c];
        lengths[v] += vectors[v][c] * vectors[v][c];
      }
    }
    // Floats take half the room in the file.
    String supports = formula.doubles(graph.constant("vectors", transposed));
    String product = formula.node("MatMul", scaled, supports);
    String partial = formula.node("Add", product, formula.squaredLength(scaled));
    String squares = formula.node("Add", partial, formula.vector("lengths", lengths));
    String exponent = formula.node("Mul", squares, formula.number("minus_gamma", -gamma));
    String kernel = formula.node("Exp", exponent);
    String sum = formula.node("MatMul", kernel, formula.constant("coefficients", coefficients));
    return formula.floats(formula.node("Add", sum, formula.vector("offsets", offsets)));
  }
}
