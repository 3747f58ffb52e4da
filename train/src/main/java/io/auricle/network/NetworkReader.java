package io.auricle.network;

import io.auricle.network.layer.TensorShape;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlNode;
import java.util.List;
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
 *
 * <p>In place of {@code output} there may be several heads, each with layers of its own behind the
 * common ones:
 *
 * <pre>{@code
 * heads:
 *   reconstruction: {output: linear, target: input, weight: 0.9, layers: [{dense: 500}]}
 *   classes: {output: softmax, target: labels, weight: 0.1, layers: [{dense: classes}]}
 * }</pre>
 */
public final class NetworkReader {
  private static final List<String> KEYS =
      List.of("name", "description", "input", "output", "layers", "heads");

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
    Map<String, YamlNode> entries = root.entries("a network", KEYS);
    YamlNode input = root.needed("a network", entries, "input");
    TensorShape shape;
    try {
      shape = new TensorShape(input.integers("input"));
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw input.fault("input: " + e.getMessage());
    }
    LayerReader layers = new LayerReader(classes);
    return new NetworkSpec(
        root.needed("a network", entries, "name").text(),
        entries.containsKey("description")
            ? root.needed("a network", entries, "description").text()
            : "",
        shape,
        layers.trunk(root.needed("a network", entries, "layers")),
        new HeadReader(layers).heads(entries),
        text);
  }
}
