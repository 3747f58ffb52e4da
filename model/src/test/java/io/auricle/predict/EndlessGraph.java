package io.auricle.predict;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;

/** Puts a loop without end before the output of a model, as a hostile maker would. */
final class EndlessGraph {
  private EndlessGraph() {}

  /**
   * The model with its loop.
   *
   * @param always also for input that is all zero
   */
  static byte[] of(byte[] model, boolean always) {
    ModelProto.Builder made;
    try {
      made = ModelProto.parseFrom(model).toBuilder();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("no model", e);
    }
    GraphProto.Builder graph = made.getGraphBuilder();
    String input = graph.getInput(0).getName();
    String output = graph.getOutput(0).getName();
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int i = 0; i < node.getOutputCount(); i++) {
        if (node.getOutput(i).equals(output)) {
          node.setOutput(i, "before");
        }
      }
    }
    graph
        .addInitializer(
            TensorProto.newBuilder()
                .setName("least")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addFloatData(always ? -1 : 1e-6f))
        .addNode(node("Abs", List.of(input), "distance"))
        .addNode(node("ReduceMax", List.of("distance"), "most").addAttribute(flag("keepdims", 0)))
        .addNode(node("Greater", List.of("most", "least"), "goes"))
        .addNode(
            node("Loop", List.of("", "goes", "before"), output)
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("body")
                        .setType(AttributeProto.AttributeType.GRAPH)
                        .setG(body())));
    return made.build().toByteArray();
  }

  private static GraphProto body() {
    return GraphProto.newBuilder()
        .setName("body")
        .addInput(value("turn", TensorProto.DataType.INT64_VALUE, 0))
        .addInput(value("on", TensorProto.DataType.BOOL_VALUE, 0))
        .addInput(value("now", TensorProto.DataType.FLOAT_VALUE, 2))
        .addNode(node("Identity", List.of("on"), "further"))
        .addNode(node("Identity", List.of("now"), "next"))
        .addOutput(value("further", TensorProto.DataType.BOOL_VALUE, 0))
        .addOutput(value("next", TensorProto.DataType.FLOAT_VALUE, 2))
        .build();
  }

  private static AttributeProto flag(String name, int value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static NodeProto.Builder node(String operator, List<String> inputs, String output) {
    return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output);
  }

  private static ValueInfoProto value(String name, int type, int dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int i = 0; i < dimensions; i++) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("d" + i));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }
}
