package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that an ONNX model computes on its way, and how to get at one. Immutable. */
public final class OnnxValues {
  private static final Set<String> LAST = Set.of("Softmax", "Sigmoid");

  /** Operators that hand their values on. */
  private static final Set<String> SAME = Set.of("Identity", "Cast", "Reshape", "Squeeze");

  /** The last layer with and without a bias. */
  private static final Set<String> PRODUCTS = Set.of("Gemm", "MatMul");

  /** Before the names of values of a model that was put behind this. */
  private static final String NEXT = "next.";

  private final ModelProto model;

  OnnxValues(ModelProto model) {
    this.model = model;
  }

  /**
   * Reads a model.
   *
   * @param bytes of an {@code .onnx} file
   * @throws IllegalArgumentException if they are none
   */
  public static OnnxValues of(byte[] bytes) {
    try {
      return new OnnxValues(ModelProto.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not an ONNX model: " + e.getMessage(), e);
    }
  }

  /** The names of all values that nodes compute, in their order. */
  public List<String> names() {
    return model.getGraph().getNodeList().stream()
        .flatMap(node -> node.getOutputList().stream())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * The name of what goes into the softmax or sigmoid that gives an output, if there is one.
   *
   * @param output with scores
   */
  public Optional<String> logits(String output) {
    Optional<NodeProto> node = maker(output);
    while (node.isPresent() && SAME.contains(node.get().getOpType())) {
      node = maker(node.get().getInput(0));
    }
    return node.filter(last -> LAST.contains(last.getOpType())).map(last -> last.getInput(0));
  }

  private Optional<NodeProto> maker(String value) {
    return model.getGraph().getNodeList().stream()
        .filter(node -> node.getOutputList().contains(value))
        .findFirst();
  }

  /** The name of the first output. */
  public String scores() {
    return model.getGraph().getOutput(0).getName();
  }

  /**
   * The name of what goes into the last layer: the matrix product behind which come but a bias and
   * the softmax or sigmoid that gives the scores.
   */
  public Optional<String> embedding() {
    return logits(scores())
        .flatMap(this::maker)
        .filter(node -> PRODUCTS.contains(node.getOpType()))
        .map(node -> node.getInput(0));
  }

  /**
   * Puts another model behind one of the values, in the place of what came behind it.
   *
   * @param value what the other model takes
   * @param next a model of one input
   * @return a model with the input of this and the outputs of the other
   */
  public byte[] followedBy(String value, byte[] next) {
    GraphProto first = needed(Set.of(value));
    GraphProto second = of(next).model.getGraph();
    Map<String, String> names = new HashMap<>();
    second.getOutputList().forEach(output -> names.put(output.getName(), output.getName()));
    names.put(second.getInput(0).getName(), value);
    GraphProto.Builder graph = first.toBuilder().clearOutput();
    for (TensorProto constant : second.getInitializerList()) {
      String name = renamed(names, constant.getName());
      graph.addInitializer(constant.toBuilder().setName(name));
    }
    for (NodeProto node : second.getNodeList()) {
      NodeProto.Builder renamed =
          node.toBuilder().clearInput().clearOutput().setName(NEXT + node.getName());
      node.getInputList().forEach(input -> renamed.addInput(renamed(names, input)));
      node.getOutputList().forEach(output -> renamed.addOutput(renamed(names, output)));
      graph.addNode(renamed);
    }
    graph.addAllOutput(second.getOutputList());
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  /** What the other model calls its values would mean something else in this. */
  private static String renamed(Map<String, String> names, String name) {
    return name.isEmpty() ? name : names.computeIfAbsent(name, own -> NEXT + own);
  }

  /** The nodes and constants that values are computed from. */
  GraphProto needed(Set<String> values) {
    Set<String> wanted = new HashSet<>(values);
    List<NodeProto> nodes = new ArrayList<>();
    for (int i = model.getGraph().getNodeCount() - 1; i >= 0; i--) {
      NodeProto node = model.getGraph().getNode(i);
      if (node.getOutputList().stream().anyMatch(wanted::contains)) {
        wanted.addAll(node.getInputList());
        nodes.add(0, node);
      }
    }
    return model.getGraph().toBuilder()
        .clearNode()
        .addAllNode(nodes)
        .clearInitializer()
        .addAllInitializer(
            model.getGraph().getInitializerList().stream()
                .filter(constant -> wanted.contains(constant.getName()))
                .toList())
        .build();
  }

  /** The same model with one value as its only output. */
  public byte[] giving(String value) {
    if (!names().contains(value)) {
      throw new IllegalArgumentException("value=%s must be one of %s".formatted(value, names()));
    }
    GraphProto.Builder graph = model.getGraph().toBuilder().clearOutput();
    // Its type is left to the runtime to infer.
    graph.addOutput(
        model.getGraph().getOutputList().stream()
            .filter(output -> output.getName().equals(value))
            .findFirst()
            .orElse(ValueInfoProto.newBuilder().setName(value).build()));
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }
}
