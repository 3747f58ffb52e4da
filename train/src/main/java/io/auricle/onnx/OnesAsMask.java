package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * Puts ones in the place of an input that says for each sample whether it is one: {@code [n,
 * samples]}, as the other input is. Segments go in without padding, so all of them are.
 */
final class OnesAsMask {
  private static final String SHAPE = "auricle.shape";
  private static final String ONES = "auricle.ones";

  private OnesAsMask() {}

  /**
   * The model with one input.
   *
   * @param model of two inputs, constants apart
   * @param mask the name of the one that goes
   * @throws IllegalArgumentException if the other input has not two axes
   */
  static ModelProto in(ModelProto model, String mask) {
    GraphProto graph = model.getGraph();
    List<String> constants = graph.getInitializerList().stream().map(TensorProto::getName).toList();
    GraphProto.Builder changed = graph.toBuilder().clearInput().clearNode();
    String wave = "";
    int type = TensorProto.DataType.INT64_VALUE;
    for (ValueInfoProto input : graph.getInputList()) {
      if (input.getName().equals(mask)) {
        type = input.getType().getTensorType().getElemType();
        continue;
      }
      changed.addInput(input);
      if (!constants.contains(input.getName())) {
        wave = input.getName();
        int axes = input.getType().getTensorType().getShape().getDimCount();
        if (axes != 2) {
          throw new IllegalArgumentException(
              "has %s beside %s of %d axes; it is understood beside a wave [n, samples]"
                  .formatted(mask, wave, axes));
        }
      }
    }
    changed
        .addNode(node("Shape", wave, SHAPE))
        .addNode(
            node("ConstantOfShape", SHAPE, ONES)
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("value")
                        .setType(AttributeProto.AttributeType.TENSOR)
                        .setT(
                            TensorProto.newBuilder()
                                .setDataType(TensorProto.DataType.INT64_VALUE)
                                .addDims(1)
                                .addInt64Data(1))))
        .addNode(
            node("Cast", ONES, mask)
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(type)))
        .addAllNode(graph.getNodeList());
    return model.toBuilder().setGraph(changed).build();
  }

  private static NodeProto.Builder node(String operator, String input, String output) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName(output)
        .addInput(input)
        .addOutput(output);
  }
}
