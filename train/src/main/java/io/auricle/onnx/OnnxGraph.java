package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds an ONNX model: nodes in the order they are computed, initialisers, inputs and outputs
 * whose first axis is a batch of any size. Operator set 17, IR version 8, which every ONNX Runtime
 * since 1.12 reads. Values are known by their names.
 */
public final class OnnxGraph {
  /** The operator set that nodes are written for. */
  public static final int OPSET = 17;

  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph;
  private final Set<String> values = new HashSet<>();
  private final Set<String> domains = new HashSet<>();

  /** An empty graph of a name. */
  public OnnxGraph(String name) {
    this.graph = GraphProto.newBuilder().setName(name);
  }

  /**
   * Adds an input of floats.
   *
   * @param sizes without the batch, -1 for an axis of any length
   * @return the name
   */
  public String input(String name, List<Integer> sizes) {
    define(name);
    graph.addInput(value(name, TensorProto.DataType.FLOAT_VALUE, sizes));
    return name;
  }

  /** Declares a value of floats as output, with the sizes behind the batch. */
  public void output(String name, List<Integer> sizes) {
    needDefined(name);
    graph.addOutput(value(name, TensorProto.DataType.FLOAT_VALUE, sizes));
  }

  /** Declares a value of 64-bit integers as output. */
  public void outputLongs(String name, List<Integer> sizes) {
    needDefined(name);
    graph.addOutput(value(name, TensorProto.DataType.INT64_VALUE, sizes));
  }

  /**
   * Adds constant floats.
   *
   * @param sizes of all axes; empty for a scalar
   * @return the name
   */
  public String initialiser(String name, List<Integer> sizes, float[] floats) {
    return initialiser(name, sizes, FloatBuffer.wrap(floats));
  }

  /** The same of floats that are there already: weights may take a gigabyte. */
  String initialiser(String name, List<Integer> sizes, FloatBuffer floats) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * floats.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    return initialiser(name, TensorProto.DataType.FLOAT_VALUE, sizes, bytes);
  }

  /**
   * Adds constant doubles.
   *
   * @param sizes of all axes; empty for a scalar
   * @return the name
   */
  public String initialiser(String name, List<Integer> sizes, double[] doubles) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * doubles.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(doubles);
    return initialiser(name, TensorProto.DataType.DOUBLE_VALUE, sizes, bytes);
  }

  /**
   * Adds a vector of constant integers, as shapes and axes are given.
   *
   * @return the name
   */
  public String initialiser(String name, long... longs) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * longs.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(longs);
    return initialiser(name, TensorProto.DataType.INT64_VALUE, List.of(longs.length), bytes);
  }

  /** Takes the bytes over. */
  private String initialiser(String name, int type, List<Integer> sizes, ByteBuffer bytes) {
    define(name);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type)
            .setRawData(UnsafeByteOperations.unsafeWrap(bytes.rewind()));
    sizes.forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds a node of the standard operators with one output, named as the node. */
  public String node(
      String operator, String name, List<String> inputs, OnnxAttribute... attributes) {
    node("", operator, name, inputs, List.of(name), attributes);
    return name;
  }

  /**
   * Adds a node of any operator domain.
   *
   * @param domain empty for the standard one, {@code ai.onnx.ml} for classical models
   * @throws IllegalArgumentException if an input is not known or an output is
   */
  public void node(
      String domain,
      String operator,
      String name,
      List<String> inputs,
      List<String> outputs,
      OnnxAttribute... attributes) {
    inputs.forEach(this::needDefined);
    outputs.forEach(this::define);
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(operator)
            .setName(name)
            .addAllInput(inputs)
            .addAllOutput(outputs);
    for (OnnxAttribute attribute : attributes) {
      node.addAttribute(attribute.proto());
    }
    domains.add(domain);
    graph.addNode(node);
  }

  /** The model as the bytes of an {@code .onnx} file. */
  public byte[] toBytes() {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("auricle")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .setGraph(graph);
    if (domains.contains("ai.onnx.ml")) {
      model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(3));
    }
    return model.build().toByteArray();
  }

  private static ValueInfoProto value(String name, int type, List<Integer> sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
    for (int size : sizes) {
      TensorShapeProto.Dimension.Builder axis = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(size < 0 ? axis.setDimParam("any") : axis.setDimValue(size));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private void define(String name) {
    if (!values.add(name)) {
      throw new IllegalArgumentException("value=%s must be defined once".formatted(name));
    }
  }

  private void needDefined(String name) {
    if (!values.contains(name)) {
      throw new IllegalArgumentException(
          "value=%s must be an input, an initialiser or the output of a node before"
              .formatted(name));
    }
  }
}
