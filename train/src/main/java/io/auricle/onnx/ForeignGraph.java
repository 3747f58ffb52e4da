package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model that somebody else made, hostile until it was looked at: it takes nothing from other
 * files, has no operators but ONNX's own, one input, and a size that a model may have. A mask that
 * says what of the input is sound is no input of its own here: all of it is. What a model does when
 * it runs is limited by who runs it. Immutable.
 */
public final class ForeignGraph {
  /** The largest file that is read. */
  public static final int MOST_BYTES = 1 << 30;

  private static final int MOST_NODES = 50_000;
  private static final int MOST_DEPTH = 8;
  private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");

  /** The second input that models of the Hugging Face kind may have. */
  private static final String MASK = "attention_mask";

  private static final String BEHIND = "auricle.";

  private final ModelProto model;
  private int nodes;

  private ForeignGraph(ModelProto model) {
    this.model = model;
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException with what is wrong, if it is no model, or one that may not run
   */
  public static ForeignGraph of(byte[] bytes) {
    ForeignGraph graph;
    try {
      graph = new ForeignGraph(ModelProto.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("is no ONNX model: " + e.getMessage(), e);
    }
    if (graph.model.getGraph().getNodeCount() == 0) {
      throw new IllegalArgumentException("is no ONNX model: it has no operators");
    }
    for (OperatorSetIdProto set : graph.model.getOpsetImportList()) {
      requireOwn("operators", set.getDomain());
    }
    graph.check(graph.model.getGraph(), 0);
    if (graph.inputs().size() == 2 && graph.inputs().contains(MASK)) {
      return new ForeignGraph(OnesAsMask.in(graph.model, MASK));
    }
    if (graph.inputs().size() != 1) {
      throw new IllegalArgumentException(
          "has inputs=%s; one is needed, beside which there may be %s"
              .formatted(graph.inputs(), MASK));
    }
    return graph;
  }

  private void check(GraphProto graph, int depth) {
    if (depth > MOST_DEPTH) {
      throw new IllegalArgumentException("has graphs nested deeper than " + MOST_DEPTH);
    }
    graph.getInitializerList().forEach(ForeignGraph::requireInside);
    graph
        .getSparseInitializerList()
        .forEach(
            sparse -> {
              requireInside(sparse.getValues());
              requireInside(sparse.getIndices());
            });
    for (NodeProto node : graph.getNodeList()) {
      nodes++;
      if (nodes > MOST_NODES) {
        throw new IllegalArgumentException("has more than %d operators".formatted(MOST_NODES));
      }
      requireOwn("operator " + node.getOpType(), node.getDomain());
      for (AttributeProto attribute : node.getAttributeList()) {
        requireInside(attribute.getT());
        attribute.getTensorsList().forEach(ForeignGraph::requireInside);
        if (attribute.hasG()) {
          check(attribute.getG(), depth + 1);
        }
        attribute.getGraphsList().forEach(inner -> check(inner, depth + 1));
      }
    }
  }

  private static void requireInside(TensorProto tensor) {
    if (tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
      throw new IllegalArgumentException(
          "keeps %s in another file; models that are one file are read"
              .formatted(tensor.getName().isEmpty() ? "a tensor" : tensor.getName()));
    }
  }

  private static void requireOwn(String what, String domain) {
    if (!DOMAINS.contains(domain)) {
      throw new IllegalArgumentException(
          "has %s of domain %s; only ONNX's own are run".formatted(what, domain));
    }
  }

  /** The names of its inputs, constants apart. */
  private List<String> inputs() {
    Set<String> constants = new HashSet<>();
    model.getGraph().getInitializerList().forEach(constant -> constants.add(constant.getName()));
    return model.getGraph().getInputList().stream()
        .map(ValueInfoProto::getName)
        .filter(name -> !constants.contains(name))
        .toList();
  }

  /**
   * The sizes of its input's axes as the file declares them, -1 for any; empty if it declares none.
   */
  public List<Long> inputSizes() {
    return model.getGraph().getInputList().stream()
        .filter(input -> input.getName().equals(inputs().get(0)))
        .flatMap(input -> input.getType().getTensorType().getShape().getDimList().stream())
        .map(size -> size.hasDimValue() && size.getDimValue() > 0 ? size.getDimValue() : -1)
        .toList();
  }

  /** The names of its outputs. */
  public List<String> outputs() {
    return model.getGraph().getOutputList().stream().map(ValueInfoProto::getName).toList();
  }

  /**
   * The value that a card means, which converters may have given a suffix.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public String value(String name) {
    Set<String> known = new HashSet<>(new OnnxValues(model).names());
    for (String candidate : List.of(name, name + ":0")) {
      if (known.contains(candidate)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(
        "has no value %s; its outputs are %s".formatted(name, outputs()));
  }

  /** The name of the scores in {@link #giving}. */
  public static String scores(String value, Optional<String> operator) {
    return operator.isPresent() ? BEHIND + value : value;
  }

  /**
   * The model as bundles have it: the scores as first output, behind them, if there is one, what
   * other models may stand on.
   *
   * @param value what scores come from
   * @param operator what is to be applied to it, {@code Sigmoid} or {@code Softmax}; empty if they
   *     are scores already
   * @param embedding the other value
   */
  public byte[] giving(String value, Optional<String> operator, Optional<String> embedding) {
    List<String> wanted = new ArrayList<>(List.of(value));
    embedding.ifPresent(wanted::add);
    GraphProto.Builder graph = new OnnxValues(model).needed(Set.copyOf(wanted)).toBuilder();
    graph.clearOutput();
    String last = scores(value, operator);
    if (operator.isPresent()) {
      graph.addNode(
          NodeProto.newBuilder()
              .setOpType(operator.get())
              .setName(last)
              .addInput(value)
              .addOutput(last));
    }
    // Their types are left to the runtime to infer.
    graph.addOutput(ValueInfoProto.newBuilder().setName(last));
    embedding.ifPresent(name -> graph.addOutput(ValueInfoProto.newBuilder().setName(name)));
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  /**
   * This with another model behind one of its values.
   *
   * @throws IllegalArgumentException if the two were written for different operator sets, in which
   *     an operator may mean something else
   */
  public ForeignGraph followedBy(String value, ForeignGraph next) {
    if (operatorSet() != next.operatorSet()) {
      throw new IllegalArgumentException(
          "is written for operator set %d and what comes behind it for %d; convert one of them"
              .formatted(operatorSet(), next.operatorSet()));
    }
    return of(new OnnxValues(model).followedBy(value, next.model.toByteArray()));
  }

  private long operatorSet() {
    return model.getOpsetImportList().stream()
        .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
        .mapToLong(OperatorSetIdProto::getVersion)
        .findFirst()
        .orElse(1);
  }
}
