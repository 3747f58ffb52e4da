package io.auricle.network;

import io.auricle.network.weight.Weight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network and the values of its weights, free of any engine.
 *
 * @param network its description
 * @param classes names of the main head's outputs in order; of no meaning where no head has labels
 * @param weights values by full name, all that the description asks for
 */
public record TrainedNetwork(
    NetworkSpec network, List<String> classes, Map<String, Tensor> weights) {
  public TrainedNetwork {
    classes = List.copyOf(classes);
    boolean labelled = network.main().target() == HeadTarget.LABELS;
    if (labelled && classes.size() != network.outputs()) {
      throw new IllegalArgumentException(
          "classes=%s must be as many as the outputs of network %s, %d"
              .formatted(classes, network.name(), network.outputs()));
    }
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    for (Weight weight : network.weights()) {
      Tensor values = weights.get(weight.name());
      if (values == null || !values.shape().equals(weight.shape())) {
        throw new IllegalArgumentException(
            "weight %s is %s, network %s needs %s"
                .formatted(
                    weight.name(),
                    values == null ? "missing" : values.shape(),
                    network.name(),
                    weight.shape()));
      }
      ordered.put(weight.name(), values);
    }
    weights = Collections.unmodifiableMap(ordered);
  }

  /** The values of one weight. */
  public Tensor weight(String name) {
    Tensor values = weights.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "weight=%s is none of %s".formatted(name, weights.keySet()));
    }
    return values;
  }

  /** Saves everything in one {@link TensorFile}. */
  public void write(Path file) throws IOException {
    Map<String, String> texts =
        Map.of("network", network.source(), "classes", String.join("\n", classes));
    new TensorFile(texts, weights).write(file);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file cannot be read or holds something else; the message names it
   */
  public static TrainedNetwork read(Path file) throws IOException {
    TensorFile content = TensorFile.read(file);
    String source = content.texts().get("network");
    String classes = content.texts().get("classes");
    if (source == null || classes == null) {
      throw new IOException("%s holds tensors, but no network and classes".formatted(file));
    }
    List<String> names = List.of(classes.split("\n", -1));
    try {
      return new TrainedNetwork(NetworkReader.read(source, names.size()), names, content.tensors());
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
