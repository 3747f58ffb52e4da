package io.auricle.onnx;

import io.auricle.network.TrainedNetwork;
import io.auricle.network.layer.Place;
import io.auricle.network.layer.Recurrent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a recurrent layer as one node. ONNX has its gates in another order than PyTorch, and the
 * weights of both directions in one array; a GRU's reset behind the product is asked for by an
 * attribute.
 */
final class RecurrentNodes {
  private final OnnxGraph graph;
  private final TrainedNetwork trained;
  private final Recurrent layer;

  RecurrentNodes(OnnxGraph graph, TrainedNetwork trained, Recurrent layer) {
    this.graph = graph;
    this.trained = trained;
    this.layer = layer;
  }

  /**
   * For each of ONNX's gates the place of PyTorch's: z, r, h of r, z, n; i, o, f, c of i, f, g, o.
   */
  private int[] gates() {
    return switch (layer.cell()) {
      case GRU -> new int[] {1, 0, 2};
      case LSTM -> new int[] {0, 3, 1, 2};
    };
  }

  String write(Place place, String input) {
    String name = place.name();
    int frames = place.input().last();
    int features = place.input().frameFeatures();
    String rows = reshape(name + ".rows", input, -1, features, frames);
    boolean overFrames = layer.over() == Recurrent.Over.FRAMES;
    // ONNX takes what is one behind the other first.
    String sequence =
        overFrames
            ? transpose(name + ".frames", rows, 2, 0, 1)
            : transpose(name + ".frames", rows, 0, 2, 1);
    List<String> inputs =
        List.of(
            sequence,
            weight(place, "weights", features, List.of("input.weight")),
            weight(place, "recurrence", layer.units(), List.of("state.weight")),
            weight(place, "biases", 1, List.of("input.bias", "state.bias")));
    String all = name + ".all";
    String last = name + ".last";
    graph.node(
        "",
        layer.kind().toUpperCase(Locale.ROOT),
        name + ".cell",
        inputs,
        List.of(all, last),
        attributes());
    long width = (long) layer.ways().size() * layer.units();
    if (layer.returns() == Recurrent.Returns.LAST) {
      return reshape(name, transpose(name + ".ends", last, 1, 0, 2), -1, width);
    }
    String states =
        overFrames
            ? transpose(name + ".states", all, 2, 1, 3, 0)
            : transpose(name + ".states", all, 0, 1, 3, 2);
    return reshape(name, states, -1, width, frames);
  }

  private OnnxAttribute[] attributes() {
    List<OnnxAttribute> attributes = new ArrayList<>();
    attributes.add(OnnxAttribute.of("hidden_size", layer.units()));
    boolean both = layer.ways().size() == 2;
    attributes.add(OnnxAttribute.of("direction", both ? "bidirectional" : "forward"));
    if (layer.cell() == Recurrent.Cell.GRU) {
      attributes.add(OnnxAttribute.of("linear_before_reset", 1));
    }
    return attributes.toArray(new OnnxAttribute[0]);
  }

  /**
   * The weights of all directions in one array.
   *
   * @param columns of a row
   * @param parts names of the weights of a direction, one behind the other
   */
  private String weight(Place place, String name, int columns, List<String> parts) {
    int gateLength = layer.units() * columns;
    int rows = layer.cell().gates() * layer.units();
    int ways = layer.ways().size();
    float[] joined = new float[ways * parts.size() * rows * columns];
    int offset = 0;
    for (String way : layer.ways()) {
      for (String part : parts) {
        float[] values = trained.weight(place.weight(way + "." + part)).toArray();
        for (int gate : gates()) {
          System.arraycopy(values, gate * gateLength, joined, offset, gateLength);
          offset += gateLength;
        }
      }
    }
    List<Integer> sizes =
        parts.size() == 2 ? List.of(ways, 2 * rows) : List.of(ways, rows, columns);
    return graph.initialiser(place.weight(name), sizes, joined);
  }

  private String reshape(String name, String input, long... sizes) {
    String shape = graph.initialiser(name + ".shape", sizes);
    return graph.node("Reshape", name, List.of(input, shape));
  }

  private String transpose(String name, String input, long... order) {
    OnnxAttribute axes = OnnxAttribute.longs("perm", order);
    return graph.node("Transpose", name, List.of(input), axes);
  }
}
