package io.auricle.onnx;

import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.network.TrainedNetwork;
import java.util.List;

/**
 * Writes trained networks as self-contained ONNX models: input {@value #INPUT}, {@code [batch]} and
 * the network's input shape in the unit of the features; output {@value #OUTPUT}, {@code [batch,
 * outputs]}, softmax or sigmoid included. Normalisation is part of the graph.
 */
public final class NetworkExporter {
  /** Name of the model's input. */
  public static final String INPUT = "input";

  /** Name of the model's output. */
  public static final String OUTPUT = "scores";

  private NetworkExporter() {}

  /** The bytes of an {@code .onnx} file. */
  public static byte[] export(TrainedNetwork trained) {
    return export(trained, 1);
  }

  /**
   * As {@link #export(TrainedNetwork)}, with calibration.
   *
   * @param temperature what the last layer's values are divided by before softmax or sigmoid, above
   *     0 (Guo et al. 2017)
   */
  public static byte[] export(TrainedNetwork trained, double temperature) {
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException("temperature=%s must be above 0".formatted(temperature));
    }
    NetworkSpec network = trained.network();
    OnnxGraph graph = new OnnxGraph(network.name());
    String input = graph.input(INPUT, network.input().sizes());
    String logits =
        network.layers().run(new NetworkGraph(graph, trained), "", network.input(), input);
    if (temperature != 1) {
      String divisor =
          graph.initialiser("temperature", List.of(), new float[] {(float) temperature});
      logits = graph.node("Div", "calibrated", List.of(logits, divisor));
    }
    scores(graph, network.output(), logits);
    graph.output(OUTPUT, List.of(network.outputs()));
    return graph.toBytes();
  }

  private static void scores(OnnxGraph graph, Output output, String logits) {
    List<String> inputs = List.of(logits);
    switch (output) {
      case SOFTMAX -> graph.node("Softmax", OUTPUT, inputs, OnnxAttribute.of("axis", 1));
      case SIGMOID -> graph.node("Sigmoid", OUTPUT, inputs);
      case LINEAR -> graph.node("Identity", OUTPUT, inputs);
    }
  }
}
