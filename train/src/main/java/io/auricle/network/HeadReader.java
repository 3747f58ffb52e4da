package io.auricle.network;

import io.auricle.network.layer.Stack;
import io.auricle.yaml.YamlFaults;
import io.auricle.yaml.YamlKeys;
import io.auricle.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the ends of a network: the map of heads, or the one head that {@code output} stands for.
 */
final class HeadReader {
  private static final List<String> KEYS = List.of("output", "target", "weight", "layers");

  private static final Stack NONE = new Stack(List.of());

  private final LayerReader layers;

  HeadReader(LayerReader layers) {
    this.layers = layers;
  }

  /** The heads of a network with these keys. */
  List<Head> heads(YamlKeys network) {
    if (!network.has("heads")) {
      Output only = network.word("output", Output.SOFTMAX);
      return List.of(new Head(Head.ONLY, only, HeadTarget.LABELS, 1, NONE));
    }
    if (network.has("output")) {
      throw new IllegalArgumentException(
          "output must stand in each head where a network has heads");
    }
    return network.value("heads", List.of(), this::heads);
  }

  private List<Head> heads(YamlNode heads, String path) {
    if (!heads.isMap()) {
      throw heads.fault("heads must be named: a name, a colon and the keys " + KEYS);
    }
    List<Head> read = new ArrayList<>();
    YamlFaults faults = new YamlFaults();
    heads
        .entries(path)
        .forEach(
            (name, head) ->
                faults
                    .of(() -> YamlKeys.read(head, YamlKeys.path(path, name), k -> head(name, k)))
                    .ifPresent(read::add));
    faults.check();
    if (read.isEmpty()) {
      throw heads.fault("heads must have one head at least");
    }
    return read;
  }

  private Head head(String name, YamlKeys keys) {
    return new Head(
        name,
        keys.word("output", Output.class),
        keys.word("target", HeadTarget.class),
        keys.number("weight"),
        keys.value("layers", NONE, layers::stack));
  }
}
