package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values that an ONNX model computes on its way, and how to get at one. Immutable. */
public final class OnnxValues {
  private static final Set<String> LAST = Set.of("Softmax", "Sigmoid");

  /** Operators that hand their values on. */
  private static final Set<String> SAME = Set.of("Identity", "Cast", "Reshape", "Squeeze");

  private final ModelProto model;

  private OnnxValues(ModelProto model) {
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

  /** The name of what goes into the softmax or sigmoid that gives the scores, if there is one. */
  public Optional<String> logits() {
    Optional<NodeProto> node = maker(scores());
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
