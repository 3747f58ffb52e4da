package io.auricle.predict;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.auricle.bundle.About;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.CardJson;
import io.auricle.bundle.ClipFit;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.ScoreOptions.Output;
import io.auricle.bundle.SingleModel;
import io.auricle.bundle.Training;
import io.auricle.feature.set.MelOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bundles of models that give the same scores whatever they hear. */
public final class ConstantModels {
  private static final List<String> LABELS = List.of("high", "low");
  private static final int HOP = 11_025;
  private static final int BANDS = 8;

  private final Path folder;

  public ConstantModels(Path folder) {
    this.folder = folder;
  }

  /** A model of two labels on segments of half-second frames. */
  public Bundle single(String name, double clipSeconds, int segmentFrames, float... scores)
      throws IOException {
    InputOptions input =
        new InputOptions(
            new MelOptions(22_050, 1024, HOP, BANDS, -80, HOP),
            clipSeconds,
            segmentFrames,
            segmentFrames,
            InputLayout.BANDS_FRAMES);
    return single(name, input, ScoreOptions.PLAIN, segmentFrames, scores);
  }

  /**
   * A model that never ends.
   *
   * @param always also for an empty segment, with which models are tried; otherwise for sound alone
   */
  Bundle endless(String name, boolean always) throws IOException {
    Bundle bundle = single(name, 2, 4, 0.7f, 0.3f);
    byte[] model = EndlessGraph.of(bundle.model(), always);
    BundleWriter.write(folder.resolve(name + "-endless"), bundle.card(), model);
    return Bundle.read(folder.resolve(name + "-endless"));
  }

  /**
   * A model of two labels that reads a network beside its folder, with an embedding of {@code
   * [0.25, -0.5]}.
   *
   * @param network name of the folder with the network
   * @param first whether it reads the first output of the network or the second
   * @param from which score of no music on it is none
   */
  Bundle reader(String name, String network, boolean first, double from) throws IOException {
    Bundle plain = single(name, 2, 4, 0.7f, 0.3f);
    Files.delete(folder.resolve(name).resolve("model.onnx"));
    Files.createDirectories(folder.resolve(network));
    Files.write(folder.resolve(network).resolve("model.onnx"), network(4));
    NetworkOutputs outputs =
        new NetworkOutputs(
            "listener", "3", network, first ? "scores" : "others", "embedding", "no-music", from);
    Files.write(
        folder.resolve(name).resolve("card.json"),
        CardJson.write(plain.card().withKind(new SingleModel(plain.single().input(), outputs))));
    return Bundle.read(folder.resolve(name));
  }

  private static byte[] network(int frames) throws IOException {
    GraphProto.Builder graph =
        ModelProto.parseFrom(model(frames, new float[] {0.7f, 0.3f})).getGraph().toBuilder();
    constant(graph, "others", 0.1f, 0.9f);
    constant(graph, "embedding", 0.25f, -0.5f);
    constant(graph, "no-music", 0.6f);
    return file(graph);
  }

  private static void constant(GraphProto.Builder graph, String name, float... values) {
    TensorProto.Builder row = tensor(name + "-row", values.length);
    for (float value : values) {
      row.addFloatData(value);
    }
    graph
        .addInitializer(row)
        .addNode(node("Add", name, "nothing", name + "-row"))
        .addOutput(value(name, values.length));
  }

  /** A model of two tags on segments of two seconds. */
  Bundle tags(String name, List<Double> thresholds, float... scores) throws IOException {
    InputOptions input =
        new InputOptions(
            new MelOptions(22_050, 1024, HOP, BANDS, -80, HOP),
            2,
            4,
            4,
            InputLayout.BANDS_FRAMES,
            0.0,
            1.0,
            true,
            ClipFit.REPEATED);
    return single(
        name, input, new ScoreOptions(Output.TAGS, 1).withThresholds(thresholds), 4, scores);
  }

  private Bundle single(
      String name, InputOptions input, ScoreOptions options, int segmentFrames, float... scores)
      throws IOException {
    ModelCard card = ModelCard.single(about(name), LABELS, input, options, Training.unknown());
    BundleWriter.write(folder.resolve(name), card, model(segmentFrames, scores));
    return Bundle.read(folder.resolve(name));
  }

  Bundle ensemble(Combination combination, List<Bundle> members) throws IOException {
    return ensemble(combination, members, ScoreOptions.PLAIN);
  }

  Bundle ensemble(Combination combination, List<Bundle> members, ScoreOptions options)
      throws IOException {
    String name = combination.name().toLowerCase(java.util.Locale.ROOT);
    List<Ensemble.Member> named =
        members.stream()
            .map(member -> new Ensemble.Member(member.card().about().name(), 1))
            .toList();
    ModelCard card =
        ModelCard.ensemble(
            about(name), LABELS, new Ensemble(combination, named), options, Training.unknown());
    BundleWriter.write(folder.resolve(name), card, members);
    return Bundle.read(folder.resolve(name));
  }

  private static About about(String name) {
    return new About(name, "Constant", "Made for tests.", "Tests.", "Hears nothing.", "CC0-1.0");
  }

  private static byte[] model(int frames, float[] scores) {
    TensorProto.Builder row = tensor("row", scores.length);
    for (float score : scores) {
      row.addFloatData(score);
    }
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("constant")
            .addInput(value("input", 1, BANDS, frames))
            .addInitializer(tensor("zero", 1).addFloatData(0))
            .addInitializer(row)
            .addNode(node("GlobalAveragePool", "pooled", "input"))
            .addNode(node("Flatten", "flat", "pooled"))
            .addNode(node("Mul", "nothing", "flat", "zero"))
            .addNode(node("Add", "scores", "nothing", "row"))
            .addOutput(value("scores", scores.length));
    return file(graph);
  }

  private static byte[] file(GraphProto.Builder graph) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static TensorProto.Builder tensor(String name, int columns) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.FLOAT_VALUE)
        .addDims(1)
        .addDims(columns);
  }

  private static NodeProto node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput(output)
        .build();
  }

  private static ValueInfoProto value(String name, int... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
    for (int size : sizes) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    TypeProto.Tensor type =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT_VALUE)
            .setShape(shape)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
