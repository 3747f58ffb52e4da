package io.auricle.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a model of others may not be, and what is made of one that may run. */
final class ForeignGraphTest {
  @Test
  void whatIsNoModelIsRefused() {
    assertRefused("is no ONNX model", "hello".getBytes(StandardCharsets.UTF_8));
    assertRefused("it has no operators", new byte[0]);
  }

  @Test
  void tensorsInOtherFilesAreRefusedWhereverTheyHide() {
    TensorProto outside =
        TensorProto.newBuilder()
            .setName("w")
            .setDataLocation(DataLocation.EXTERNAL)
            .addExternalData(
                ai.onnx.proto.OnnxMl.StringStringEntryProto.newBuilder()
                    .setKey("location")
                    .setValue("/etc/passwd"))
            .build();
    assertRefused("keeps w in another file", model(graph -> graph.addInitializer(outside)));
    assertRefused(
        "keeps w in another file",
        model(
            graph ->
                graph.addNode(
                    NodeProto.newBuilder()
                        .setOpType("Constant")
                        .addAttribute(
                            AttributeProto.newBuilder().setName("value").setT(outside)))));
    assertRefused(
        "keeps w in another file",
        model(
            graph ->
                graph.addNode(
                    NodeProto.newBuilder()
                        .setOpType("If")
                        .addAttribute(
                            AttributeProto.newBuilder()
                                .setName("then_branch")
                                .setG(GraphProto.newBuilder().addInitializer(outside))))));
  }

  @Test
  void operatorsOfOthersAreRefused() {
    assertRefused(
        "operator Run of domain com.evil",
        model(
            graph -> graph.addNode(NodeProto.newBuilder().setOpType("Run").setDomain("com.evil"))));
    byte[] imported =
        parsed(model(graph -> {})).toBuilder()
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.evil").setVersion(1))
            .build()
            .toByteArray();
    assertRefused("operators of domain com.evil", imported);
  }

  @Test
  void oneInputIsNeeded() {
    assertRefused(
        "inputs=[x, y]", model(graph -> graph.addInput(ValueInfoProto.newBuilder().setName("y"))));
  }

  @Test
  void aMaskIsAllOnes() {
    byte[] masked =
        model(
            graph -> {
              graph.addInput(ValueInfoProto.newBuilder().setName("attention_mask"));
              graph.addNode(
                  NodeProto.newBuilder()
                      .setOpType("Mul")
                      .addInput("x")
                      .addInput("attention_mask")
                      .addOutput("heard"));
              graph.addOutput(ValueInfoProto.newBuilder().setName("heard"));
            });
    ForeignGraph graph = ForeignGraph.of(masked);
    assertEquals(List.of(-1L, 2L), graph.inputSizes());
    GraphProto made = parsed(graph.giving("heard", Optional.empty(), Optional.empty())).getGraph();
    assertEquals(List.of("x"), made.getInputList().stream().map(ValueInfoProto::getName).toList());
    assertEquals(
        List.of("Shape", "ConstantOfShape", "Cast", "Mul"),
        made.getNodeList().stream().map(NodeProto::getOpType).toList());
    assertRefused(
        "attention_mask beside x of 0 axes",
        parsed(masked).toBuilder()
            .setGraph(
                parsed(masked).getGraph().toBuilder()
                    .setInput(0, ValueInfoProto.newBuilder().setName("x")))
            .build()
            .toByteArray());
  }

  @Test
  void graphsNestedWithoutEndAreRefused() {
    GraphProto inner = GraphProto.newBuilder().build();
    for (int i = 0; i < 20; i++) {
      inner =
          GraphProto.newBuilder()
              .addNode(
                  NodeProto.newBuilder()
                      .setOpType("If")
                      .addAttribute(AttributeProto.newBuilder().setName("b").setG(inner)))
              .build();
    }
    GraphProto deep = inner;
    assertRefused("nested deeper", model(graph -> graph.addAllNode(deep.getNodeList())));
  }

  @Test
  void scoresComeFirstBehindTheirActivationAndTheRestGoes() throws Exception {
    ForeignGraph graph = ForeignGraph.of(model(g -> {}));
    assertEquals(List.of("logits", "hidden", "unused"), graph.outputs());
    assertEquals("hidden", graph.value("hidden"));
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> graph.value("probs"));
    assertTrue(
        String.valueOf(none.getMessage()).contains("its outputs are [logits, hidden, unused]"));
    GraphProto made =
        parsed(graph.giving("logits", Optional.of("Sigmoid"), Optional.of("hidden"))).getGraph();
    assertEquals(
        List.of("auricle.logits", "hidden"),
        made.getOutputList().stream().map(ValueInfoProto::getName).toList());
    assertEquals(
        List.of("Relu", "Neg", "Sigmoid"),
        made.getNodeList().stream().map(NodeProto::getOpType).toList());
  }

  private static void assertRefused(String why, byte[] bytes) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> ForeignGraph.of(bytes));
    assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
  }

  /** Three outputs of one input, of which one is of no use. */
  private static byte[] model(Consumer<GraphProto.Builder> change) {
    OnnxGraph graph = new OnnxGraph("foreign");
    graph.input("x", List.of(2));
    graph.node("Relu", "hidden", List.of("x"));
    graph.node("Neg", "logits", List.of("hidden"));
    graph.node("Abs", "unused", List.of("x"));
    for (String output : List.of("logits", "hidden", "unused")) {
      graph.output(output, List.of(2));
    }
    ModelProto.Builder built = parsed(graph.toBytes()).toBuilder();
    change.accept(built.getGraphBuilder());
    return built.build().toByteArray();
  }

  private static ModelProto parsed(byte[] bytes) {
    try {
      return ModelProto.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
