package io.auricle.network;

import io.auricle.network.layer.Stack;
import io.auricle.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the ends of a network: the map of heads, or the one head that {@code output} stands for.
 */
final class HeadReader {
  private static final List<String> KEYS = List.of("output", "target", "weight", "layers");

  private final LayerReader layers;

  HeadReader(LayerReader layers) {
    this.layers = layers;
  }

  /** The heads of a network with these keys. */
  List<Head> heads(Map<String, YamlNode> network) {
    YamlNode output = network.get("output");
    YamlNode heads = network.get("heads");
    if (heads == null) {
      Output only = output == null ? Output.SOFTMAX : output.word("output", Output.class);
      return List.of(new Head(Head.ONLY, only, Target.LABELS, 1, new Stack(List.of())));
    }
    if (output != null) {
      throw output.fault("output must stand in each head where a network has heads");
    }
    if (!heads.isMap()) {
      throw heads.fault("heads must be named: a name, a colon and the keys " + KEYS);
    }
    List<Head> read = new ArrayList<>();
    heads.entries().forEach((name, keys) -> read.add(head(name, keys)));
    if (read.isEmpty()) {
      throw heads.fault("heads must have one head at least");
    }
    return read;
  }

  private Head head(String name, YamlNode head) {
    String kind = "head " + name;
    Map<String, YamlNode> keys = head.entries(kind, KEYS);
    Output output = head.needed(kind, keys, "output").word("output", Output.class);
    Target target = head.needed(kind, keys, "target").word("target", Target.class);
    double weight = head.needed(kind, keys, "weight").number("weight");
    YamlNode own = keys.get("layers");
    Stack stack = own == null ? new Stack(List.of()) : layers.stack(own);
    try {
      return new Head(name, output, target, weight, stack);
    } catch (IllegalArgumentException e) {
      throw head.fault(String.valueOf(e.getMessage()));
    }
  }
}
