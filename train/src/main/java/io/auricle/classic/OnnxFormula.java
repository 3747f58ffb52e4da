package io.auricle.classic;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** Writes a formula on rows of numbers, operator by operator, as an ONNX model. */
final class OnnxFormula {
  /** The input's name. */
  static final String INPUT = "features";

  private static final String OUTPUT = "scores";
  private static final int OPERATOR_SET = 13;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("auricle");
  private int count;

  /** Adds an operator; gives the name of its result. */
  String node(String operator, String... inputs) {
    return add(operator, NodeProto.newBuilder(), inputs);
  }

  /** As {@link #node} with a whole number as attribute. */
  String node(String operator, String attribute, long value, String... inputs) {
    AttributeProto integer =
        AttributeProto.newBuilder()
            .setName(attribute)
            .setType(AttributeProto.AttributeType.INT)
            .setI(value)
            .build();
    return add(operator, NodeProto.newBuilder().addAttribute(integer), inputs);
  }

  /** The sum of squares of each row, as a column. */
  String squaredLength(String input) {
    AttributeProto axes =
        AttributeProto.newBuilder()
            .setName("axes")
            .setType(AttributeProto.AttributeType.INTS)
            .addInts(1)
            .build();
    return add("ReduceSumSquare", NodeProto.newBuilder().addAttribute(axes), input);
  }

  private String add(String operator, NodeProto.Builder node, String... inputs) {
    String result = operator + "_" + count++;
    graph.addNode(node.setOpType(operator).addAllInput(List.of(inputs)).addOutput(result));
    return result;
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
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(rows.length)
            .addDims(rows[0].length);
    for (double[] row : rows) {
      for (double value : row) {
        tensor.addFloatData((float) value);
      }
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** The finished model, whose output is the result named. */
  byte[] toModel(String result, int columns, int labels) {
    graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(result).addOutput(OUTPUT));
    graph.addInput(value(INPUT, columns));
    graph.addOutput(value(OUTPUT, labels));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("auricle")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static ValueInfoProto value(String name, int columns) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }
}
