package io.auricle.onnx;

import io.auricle.network.Head;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes trained networks as self-contained ONNX models: input {@value #INPUT}, {@code [batch]} and
 * the network's input shape in the unit of the features; output {@value #OUTPUT}, {@code [batch,
 * outputs]}, softmax or sigmoid included: the values of the main head. Other heads are outputs by
 * their names, behind it. Normalisation is part of the graph.
 */
public final class NetworkExporter {
  /** Name of the model's input. */
  public static final String INPUT = "input";

  /** Name of the model's first output, that of the main head. */
  public static final String OUTPUT = "scores";

  /** Some room is left for the nodes. */
  private static final long MOST_VALUES = (Integer.MAX_VALUE - 1_000_000) / Float.BYTES;

  private NetworkExporter() {}

  /**
   * Refuses a network whose export would be too large, so that it is said before the training.
   *
   * @throws IllegalArgumentException if its weights take more than a file of ONNX holds, 2 GiB
   */
  public static void requireExportable(NetworkSpec network) {
    long values = network.weights().stream().mapToLong(weight -> weight.shape().count()).sum();
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          ("network %s has %,d values, an ONNX file holds at most %,d of 32 bits; with export=false"
                  + " it is trained and measured, but not written")
              .formatted(network.name(), values, MOST_VALUES));
    }
  }

  /**
   * The bytes of an {@code .onnx} file.
   *
   * @throws IllegalArgumentException as {@link #requireExportable}
   */
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
    requireExportable(network);
    OnnxGraph graph = new OnnxGraph(network.name());
    String input = graph.input(INPUT, network.input().sizes());
    List<String> ends = new ArrayList<>(network.run(new NetworkGraph(graph, trained), input));
    int main = network.mainIndex();
    if (temperature != 1) {
      String divisor =
          graph.initialiser(OUTPUT + ".temperature", List.of(), new float[] {(float) temperature});
      ends.set(main, graph.node("Div", OUTPUT + ".calibrated", List.of(ends.get(main), divisor)));
    }
    // The scores come first: whoever reads one output only must find them.
    output(graph, network, main, OUTPUT, ends.get(main));
    for (int i = 0; i < ends.size(); i++) {
      if (i != main) {
        output(graph, network, i, network.heads().get(i).name(), ends.get(i));
      }
    }
    return graph.toBytes();
  }

  private static void output(
      OnnxGraph graph, NetworkSpec network, int index, String name, String end) {
    Head head = network.heads().get(index);
    List<String> inputs = List.of(end);
    switch (head.output()) {
      case SOFTMAX -> graph.node("Softmax", name, inputs, OnnxAttribute.of("axis", 1));
      case SIGMOID -> graph.node("Sigmoid", name, inputs);
      case LINEAR -> graph.node("Identity", name, inputs);
    }
    graph.output(name, network.outputShape(head).sizes());
  }
}
