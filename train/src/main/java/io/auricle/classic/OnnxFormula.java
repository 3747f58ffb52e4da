package io.auricle.classic;

import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import java.util.List;

/** A formula on rows of numbers, written operator by operator into an ONNX model. */
final class OnnxFormula {
  /** The input's name. */
  static final String INPUT = "features";

  private static final String OUTPUT = "scores";

  private final OnnxGraph graph = new OnnxGraph("auricle");
  private int count;

  /**
   * @param columns of the rows that come in
   */
  OnnxFormula(int columns) {
    graph.input(INPUT, List.of(columns));
  }

  /** Adds an operator; gives the name of its result. */
  String node(String operator, String... inputs) {
    return graph.node(operator, operator + "_" + count++, List.of(inputs));
  }

  /** Softmax of each row. */
  String softmax(String input) {
    return graph.node("Softmax", "Softmax_" + count++, List.of(input), OnnxAttribute.of("axis", 1));
  }

  /** The sum of squares of each row, as a column. */
  String squaredLength(String input) {
    return graph.node(
        "ReduceSumSquare",
        "ReduceSumSquare_" + count++,
        List.of(input),
        OnnxAttribute.longs("axes", 1));
  }

  /** Adds a number; gives its name. */
  String number(String name, double value) {
    return constant(name, new double[][] {{value}});
  }

  /** Adds a row of numbers; gives its name. */
  String vector(String name, double[] values) {
    return constant(name, new double[][] {values});
  }

  /** Adds a matrix; gives its name. */
  String constant(String name, double[][] rows) {
    int columns = rows[0].length;
    float[] values = new float[rows.length * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / columns][i % columns];
    }
    return graph.initialiser(name, List.of(rows.length, columns), values);
  }

  /** The finished model, whose output is the result named. */
  byte[] toModel(String result, int labels) {
    graph.output(graph.node("Identity", OUTPUT, List.of(result)), List.of(labels));
    return graph.toBytes();
  }
}
