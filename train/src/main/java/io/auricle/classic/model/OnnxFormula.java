package io.auricle.classic.model;

import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A formula on rows of numbers, written operator by operator into an ONNX model. */
public final class OnnxFormula {
  /** The input's name. */
  public static final String INPUT = "features";

  private static final String OUTPUT = "scores";
  private static final int FLOAT = 1;
  private static final int DOUBLE = 11;

  private final OnnxGraph graph;
  private final Names names;
  private final boolean doubles;

  private OnnxFormula(OnnxGraph graph, Names names, boolean doubles) {
    this.graph = graph;
    this.names = names;
    this.doubles = doubles;
  }

  /** Names that are not yet taken in the graph. */
  private static final class Names {
    private final Set<String> taken = new HashSet<>();
    private int count;

    String numbered(String name) {
      return name + "_" + count++;
    }

    /** The name itself if it is free. */
    String free(String name) {
      return taken.add(name) ? name : free(numbered(name));
    }
  }

  /**
   * An empty formula. Numbers are in single precision until {@link #doubles} is called.
   *
   * @param columns of the rows that come in
   */
  OnnxFormula(int columns) {
    this(new OnnxGraph("auricle"), new Names(), false);
    graph.input(INPUT, List.of(columns));
  }

  /** A part of the formula whose constants are doubles; what comes in and out is converted. */
  public OnnxFormula inDoubles() {
    return new OnnxFormula(graph, names, true);
  }

  /** Adds an operator; gives the name of its result. */
  public String node(String operator, String... inputs) {
    return add(operator, List.of(inputs));
  }

  private String add(String operator, List<String> inputs, OnnxAttribute... attributes) {
    return graph.node(operator, names.numbered(operator), inputs, attributes);
  }

  /** Softmax of each row. */
  public String softmax(String input) {
    return add("Softmax", List.of(input), OnnxAttribute.of("axis", 1));
  }

  /** The sum of squares of each row, as a column. */
  public String squaredLength(String input) {
    return add("ReduceSumSquare", List.of(input), OnnxAttribute.longs("axes", 1));
  }

  /** The sum over an axis, which is dropped. */
  public String sum(String input, int axis) {
    String axes = names.numbered("axes");
    graph.initialiser(axes, axis);
    return add("ReduceSum", List.of(input, axes), OnnxAttribute.of("keepdims", 0));
  }

  /** Rows as rows of columns: an axis of length one is added at the end. */
  public String column(String input) {
    String axes = names.numbered("axes");
    graph.initialiser(axes, -1);
    return add("Unsqueeze", List.of(input, axes));
  }

  /**
   * The names of the largest values of each row and of their places.
   *
   * @param values in falling order
   * @param places indices; of equal values the first
   */
  public record Largest(String values, String places) {}

  /** Finds the largest values of each row. */
  public Largest largest(String input, int number) {
    String name = names.numbered("TopK");
    Largest largest = new Largest(name + "_values", name + "_places");
    String wanted = graph.initialiser(name + "_number", number);
    List<String> outputs = List.of(largest.values(), largest.places());
    graph.node("", "TopK", name, List.of(input, wanted), outputs);
    return largest;
  }

  /** The sums of the votes of trees. */
  String trees(String input, List<TreeNode> trees, int labels) {
    String name = names.numbered("TreeEnsembleRegressor");
    graph.node(
        "ai.onnx.ml",
        "TreeEnsembleRegressor",
        name,
        List.of(input),
        List.of(name),
        TreeAttributes.of(trees, labels));
    return name;
  }

  /** Converts to double precision. */
  public String doubles(String input) {
    return add("Cast", List.of(input), OnnxAttribute.of("to", DOUBLE));
  }

  /** Converts to single precision. */
  public String floats(String input) {
    return add("Cast", List.of(input), OnnxAttribute.of("to", FLOAT));
  }

  /** Adds a number; gives its name, which is another if that one is taken. */
  public String number(String name, double value) {
    return constant(name, new double[][] {{value}});
  }

  /** Adds a row of numbers; gives its name. */
  public String vector(String name, double[] values) {
    return constant(name, new double[][] {values});
  }

  /** Adds a matrix; gives its name. */
  public String constant(String name, double[][] rows) {
    int columns = rows[0].length;
    List<Integer> sizes = List.of(rows.length, columns);
    double[] values = new double[rows.length * columns];
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i / columns][i % columns];
      rounded[i] = (float) values[i];
    }
    String free = names.free(name);
    return doubles
        ? graph.initialiser(free, sizes, values)
        : graph.initialiser(free, sizes, rounded);
  }

  /** The finished model, whose output is the result named. */
  byte[] toModel(String result, int labels) {
    graph.output(graph.node("Identity", OUTPUT, List.of(result)), List.of(labels));
    return graph.toBytes();
  }
}
