package io.auricle.network;

import io.auricle.network.layer.TensorShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads network files.
 *
 * <pre>{@code
 * name: small-cnn
 * input: [1, 128, 57]        # channels, bands, frames
 * output: softmax            # or sigmoid, linear
 * layers:
 *   - normalise              # z-score a band, from the training set
 *   - conv2d: {filters: 16, kernel: 3, padding: same, bias: false}
 *   - batch-norm
 *   - relu
 *   - max-pool: 2
 *   - global-pool: {kind: [avg, max], over: all}
 *   - dropout: 0.3
 *   - dense: classes
 * }</pre>
 */
public final class NetworkReader {
  private static final List<String> KEYS =
      List.of("name", "description", "input", "output", "layers");

  private NetworkReader() {}

  /**
   * Reads a network.
   *
   * @param text YAML
   * @param classes what the word {@code classes} in the file stands for, above 0
   * @throws IllegalArgumentException with the line, for a fault in the file or sizes that do not
   *     fit; unknown words come with the nearest valid one
   */
  public static NetworkSpec read(String text, int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException("classes=%d must be above 0".formatted(classes));
    }
    YamlNode root = YamlNode.parse(text);
    Map<String, YamlNode> entries = root.entries();
    for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        throw entry
            .getValue()
            .fault(
                "unknown key %s; did you mean %s? There are %s"
                    .formatted(entry.getKey(), Nearest.of(entry.getKey(), KEYS), KEYS));
      }
    }
    YamlNode input = needed(root, entries, "input");
    TensorShape shape;
    try {
      shape = new TensorShape(input.integers("input"));
    } catch (NetworkException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw input.fault("input: " + e.getMessage());
    }
    return new NetworkSpec(
        needed(root, entries, "name").text(),
        shape,
        output(entries),
        new LayerReader(classes).stack(needed(root, entries, "layers")),
        text);
  }

  private static YamlNode needed(YamlNode root, Map<String, YamlNode> entries, String key) {
    YamlNode value = entries.get(key);
    if (value == null) {
      throw root.fault("a network needs the key %s".formatted(key));
    }
    return value;
  }

  private static Output output(Map<String, YamlNode> entries) {
    YamlNode value = entries.get("output");
    if (value == null) {
      return Output.SOFTMAX;
    }
    for (Output output : Output.values()) {
      if (output.name().toLowerCase(Locale.ROOT).equals(value.text())) {
        return output;
      }
    }
    throw value.fault("output=%s must be softmax, sigmoid or linear".formatted(value.text()));
  }
}
