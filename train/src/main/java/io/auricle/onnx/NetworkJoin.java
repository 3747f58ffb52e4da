package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings models together that were learned on what one network hears: the network is in the file
 * once, and each model is an output of it. Not thread-safe.
 */
public final class NetworkJoin {
  private static final long LARGE = 256;

  private final ModelProto network;
  private final GraphProto.Builder graph;
  private final Map<String, NodeProto> nodes = new HashMap<>();
  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Set<String> outputs = new HashSet<>();
  private final Set<OperatorSetIdProto> imports = new LinkedHashSet<>();

  private NetworkJoin(ModelProto network) {
    this.network = network;
    this.graph = network.getGraph().toBuilder();
    graph.getNodeList().forEach(node -> nodes.put(node.getOutput(0), node));
    graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
    graph.getOutputList().forEach(output -> outputs.add(output.getName()));
    imports.addAll(network.getOpsetImportList());
  }

  /**
   * Begins with a network.
   *
   * @param onnx bytes of an {@code .onnx} file
   * @throws IllegalArgumentException if they are none
   */
  public static NetworkJoin of(byte[] onnx) {
    return new NetworkJoin(read(onnx));
  }

  private static ModelProto read(byte[] onnx) {
    try {
      return ModelProto.parseFrom(onnx);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not an ONNX model: " + e.getMessage(), e);
    }
  }

  /**
   * Adds a model that begins with the network, as {@link OnnxValues#followedBy} makes it. What both
   * compute alike is not added.
   *
   * @param name of the output that its first output becomes
   * @param value of the network that it stands on
   * @throws IllegalArgumentException if it does not begin with the network, or there is such an
   *     output already
   */
  public void add(String name, String value, byte[] model) {
    requireNew(name);
    ModelProto other = read(model);
    GraphProto second = other.getGraph();
    if (!second.getInput(0).getName().equals(graph.getInput(0).getName())) {
      throw new IllegalArgumentException(
          "model %s does not begin with the network".formatted(name));
    }
    Map<String, String> names = new HashMap<>();
    names.put(graph.getInput(0).getName(), graph.getInput(0).getName());
    for (TensorProto constant : second.getInitializerList()) {
      if (constant.equals(constants.get(constant.getName()))) {
        names.put(constant.getName(), constant.getName());
      } else {
        names.put(constant.getName(), name + "." + constant.getName());
        graph.addInitializer(constant.toBuilder().setName(name + "." + constant.getName()));
      }
    }
    String scores = second.getOutput(0).getName();
    for (NodeProto node : second.getNodeList()) {
      if (node.equals(nodes.get(node.getOutput(0))) && known(node, names)) {
        node.getOutputList().forEach(made -> names.put(made, made));
        continue;
      }
      NodeProto.Builder added =
          node.toBuilder().clearInput().clearOutput().setName(name + "." + node.getName());
      node.getInputList().forEach(used -> added.addInput(names.getOrDefault(used, used)));
      for (String made : node.getOutputList()) {
        String own = made.equals(scores) ? name : name + "." + made;
        names.put(made, own);
        added.addOutput(own);
      }
      graph.addNode(added);
    }
    if (!value.equals(names.get(value)) || !name.equals(names.get(scores))) {
      throw new IllegalArgumentException(
          "model %s does not begin with the network".formatted(name));
    }
    imports.addAll(other.getOpsetImportList());
    output(name);
  }

  private static boolean known(NodeProto node, Map<String, String> names) {
    return node.getInputList().stream().allMatch(value -> value.equals(names.get(value)));
  }

  /** Gives out a value of the network by a name; another value that has it gives it away. */
  public void value(String name, String value) {
    if (!outputs.contains(name) && !value.equals(name)) {
      rename(name, name + ".inside");
    }
    requireNew(name);
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Identity")
            .setName("give." + name)
            .addInput(value)
            .addOutput(name));
    output(name);
  }

  private void rename(String from, String to) {
    NodeProto made = nodes.remove(from);
    if (made == null) {
      return;
    }
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int i = 0; i < node.getInputCount(); i++) {
        if (node.getInput(i).equals(from)) {
          node.setInput(i, to);
        }
      }
      for (int i = 0; i < node.getOutputCount(); i++) {
        if (node.getOutput(i).equals(from)) {
          node.setOutput(i, to);
          nodes.put(to, node.build());
        }
      }
    }
  }

  /** Gives out one column of an output by a name, as {@code [n, 1]}. */
  public void column(String name, String output, int column) {
    requireNew(name);
    String index = name + ".column";
    graph
        .addInitializer(
            TensorProto.newBuilder()
                .setName(index)
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(1)
                .addInt64Data(column))
        .addNode(
            NodeProto.newBuilder()
                .setOpType("Gather")
                .setName("give." + name)
                .addInput(output)
                .addInput(index)
                .addOutput(name)
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1)));
    output(name);
  }

  /** Leaves out an output, and what nothing else is computed from. */
  public void without(String name) {
    if (!outputs.remove(name)) {
      throw new IllegalArgumentException("output=%s must be one of %s".formatted(name, outputs));
    }
    List<ValueInfoProto> kept =
        graph.getOutputList().stream().filter(output -> !output.getName().equals(name)).toList();
    graph.clearOutput().addAllOutput(kept);
  }

  /** The outputs so far: those of the network and those that were added. */
  public Set<String> outputs() {
    return Set.copyOf(outputs);
  }

  private void requireNew(String name) {
    if (outputs.contains(name) || nodes.containsKey(name)) {
      throw new IllegalArgumentException("output=" + name + " is there already");
    }
  }

  private void output(String name) {
    outputs.add(name);
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(name + ".size"));
    graph.addOutput(
        ValueInfoProto.newBuilder()
            .setName(name)
            .setType(
                TypeProto.newBuilder()
                    .setTensorType(
                        TypeProto.Tensor.newBuilder()
                            .setElemType(TensorProto.DataType.FLOAT_VALUE)
                            .setShape(shape))));
  }

  /**
   * The bytes of an {@code .onnx} file with all outputs.
   *
   * @param half whether weights are kept in 16 bits; they are computed with in 32 bits
   */
  public byte[] toBytes(boolean half) {
    ModelProto all = network.toBuilder().setGraph(graph).build();
    GraphProto whole = new OnnxValues(all).needed(outputs);
    return network.toBuilder()
        .clearOpsetImport()
        .addAllOpsetImport(imports)
        .setGraph(half ? HalfWeights.of(whole, LARGE) : whole)
        .build()
        .toByteArray();
  }
}
