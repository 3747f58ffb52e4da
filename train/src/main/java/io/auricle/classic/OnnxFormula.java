package io.auricle.classic;

import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import java.util.List;

/** A formula on rows of numbers, written operator by operator into an ONNX model. */
final class OnnxFormula {
  /** The input's name. */
  static final String INPUT = "features";

  private static final String OUTPUT = "scores";
  private static final int FLOAT = 1;
  private static final int DOUBLE = 11;

  private final OnnxGraph graph = new OnnxGraph("auricle");
  private boolean doubles;
  private int count;

  /**
   * An empty formula. Numbers are in single precision until {@link #doubles} is called.
   *
   * @param columns of the rows that come in
   */
  OnnxFormula(int columns) {
    graph.input(INPUT, List.of(columns));
  }

  /** Adds an operator; gives the name of its result. */
  String node(String operator, String... inputs) {
    return add(operator, List.of(inputs));
  }

  private String add(String operator, List<String> inputs, OnnxAttribute... attributes) {
    return graph.node(operator, operator + "_" + count++, inputs, attributes);
  }

  /** Softmax of each row. */
  String softmax(String input) {
    return add("Softmax", List.of(input), OnnxAttribute.of("axis", 1));
  }

  /** The sum of squares of each row, as a column. */
  String squaredLength(String input) {
    return add("ReduceSumSquare", List.of(input), OnnxAttribute.longs("axes", 1));
  }

  /** The sum over an axis, which is dropped. */
  String sum(String input, int axis) {
    String axes = "axes_" + count;
    graph.initialiser(axes, axis);
    return add("ReduceSum", List.of(input, axes), OnnxAttribute.of("keepdims", 0));
  }

  /** Rows as rows of columns: an axis of length one is added at the end. */
  String column(String input) {
    String axes = "axes_" + count;
    graph.initialiser(axes, -1);
    return add("Unsqueeze", List.of(input, axes));
  }

  /**
   * The names of the largest values of each row and of their places.
   *
   * @param values in falling order
   * @param places indices; of equal values the first
   */
  record Largest(String values, String places) {}

  /** Finds the largest values of each row. */
  Largest largest(String input, int number) {
    String name = "TopK_" + count++;
    Largest largest = new Largest(name + "_values", name + "_places");
    String wanted = graph.initialiser(name + "_number", number);
    List<String> outputs = List.of(largest.values(), largest.places());
    graph.node("", "TopK", name, List.of(input, wanted), outputs);
    return largest;
  }

  /** The sums of the votes of trees. */
  String trees(String input, List<TreeNode> trees, int labels) {
    String name = "TreeEnsembleRegressor_" + count++;
    graph.node(
        "ai.onnx.ml",
        "TreeEnsembleRegressor",
        name,
        List.of(input),
        List.of(name),
        TreeAttributes.of(trees, labels));
    return name;
  }

  /** Converts to double precision, in which all numbers are written from here on. */
  String doubles(String input) {
    doubles = true;
    return add("Cast", List.of(input), OnnxAttribute.of("to", DOUBLE));
  }

  /** Converts to single precision, in which all numbers are written from here on. */
  String floats(String input) {
    doubles = false;
    return add("Cast", List.of(input), OnnxAttribute.of("to", FLOAT));
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
    List<Integer> sizes = List.of(rows.length, columns);
    double[] values = new double[rows.length * columns];
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i / columns][i % columns];
      rounded[i] = (float) values[i];
    }
    return doubles
        ? graph.initialiser(name, sizes, values)
        : graph.initialiser(name, sizes, rounded);
  }

  /** The finished model, whose output is the result named. */
  byte[] toModel(String result, int labels) {
    graph.output(graph.node("Identity", OUTPUT, List.of(result)), List.of(labels));
    return graph.toBytes();
  }
}
