package io.auricle.network;

import io.auricle.network.layer.Stack;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.yaml.YamlKeys;
import io.auricle.yaml.YamlNode;
import java.util.List;

/**
 * Reads network files.
 *
 * <pre>{@code
 * name: small-cnn
 * input: [1, 128, 57]        # channels, bands, frames
 * output: softmax            # or sigmoid, linear
 * init: pytorch              # or glorot-uniform, he, orthogonal
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
  private static final TensorShape NONE = new TensorShape(List.of(1));
  private static final Stack EMPTY = new Stack(List.of());

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
    return YamlKeys.read(
        YamlNode.parse(text),
        "",
        keys -> {
          LayerReader layers = new LayerReader(classes, keys.word("init", Initialisation.PYTORCH));
          String name = keys.text("name");
          String description = keys.text("description", "");
          TensorShape input =
              keys.needed("input", NONE, "a size or a list of sizes", NetworkReader::shape);
          Stack trunk = keys.needed("layers", EMPTY, "a list of layers", layers::trunk);
          List<Head> heads = new HeadReader(layers).heads(keys);
          keys.check();
          return LayerReader.placed(
              () -> new NetworkSpec(name, description, input, trunk, heads, text));
        });
  }

  private static TensorShape shape(YamlNode node, String path) {
    return node.making(path, () -> new TensorShape(node.integers(path)));
  }
}
