package io.auricle.classic;

import libsvm.svm_node;
import libsvm.svm_parameter;

/**
 * Scaled training vectors as LibSVM takes them. The kernel of few examples is computed once for all
 * machines and folds; that of many would not fit into memory and is left to LibSVM.
 */
final class KernelRows {
  /** The kernel of so many examples takes 100 MB. */
  private static final int MOST = 2000;

  private final double[][] vectors;
  private final double gamma;
  private final boolean computed;
  private final svm_node[][] rows;

  private KernelRows(double[][] vectors, double gamma, boolean computed, svm_node[][] rows) {
    this.vectors = vectors;
    this.gamma = gamma;
    this.computed = computed;
    this.rows = rows;
  }

  static KernelRows of(double[][] vectors, double gamma) {
    int n = vectors.length;
    boolean computed = n <= MOST;
    svm_node[][] rows = new svm_node[n][];
    for (int i = 0; i < n; i++) {
      if (computed) {
        rows[i] = new svm_node[n + 1];
        // LibSVM finds the column of another row by the number that this row begins with.
        rows[i][0] = node(0, i + 1);
        for (int j = 0; j < i; j++) {
          double value = kernel(vectors[i], vectors[j], gamma);
          rows[i][j + 1] = node(j + 1, value);
          rows[j][i + 1] = node(i + 1, value);
        }
        rows[i][i + 1] = node(i + 1, 1);
      } else {
        rows[i] = new svm_node[vectors[i].length];
        for (int c = 0; c < rows[i].length; c++) {
          rows[i][c] = node(c + 1, vectors[i][c]);
        }
      }
    }
    return new KernelRows(vectors, gamma, computed, rows);
  }

  int type() {
    return computed ? svm_parameter.PRECOMPUTED : svm_parameter.RBF;
  }

  double gamma() {
    return gamma;
  }

  svm_node[] row(int example) {
    return rows[example];
  }

  double[] vector(int example) {
    return vectors[example];
  }

  /** The kernel of two examples. */
  double kernel(int a, int b) {
    return computed ? rows[a][b + 1].value : kernel(vectors[a], vectors[b], gamma);
  }

  private static double kernel(double[] a, double[] b, double gamma) {
    double squares = 0;
    for (int c = 0; c < a.length; c++) {
      double difference = a[c] - b[c];
      squares += difference * difference;
    }
    return Math.exp(-gamma * squares);
  }

  private static svm_node node(int index, double value) {
    svm_node node = new svm_node();
    node.index = index;
    node.value = value;
    return node;
  }
}
