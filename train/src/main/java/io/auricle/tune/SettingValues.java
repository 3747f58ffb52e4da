package io.auricle.tune;

import io.auricle.yaml.YamlKeys;
import io.auricle.yaml.YamlNode;
import java.util.List;
import java.util.SplittableRandom;

/** What a setting may be in a search. */
public sealed interface SettingValues permits Choice, Range {
  /** One of them by chance. */
  Object draw(SplittableRandom random);

  /**
   * All of them, for a grid.
   *
   * @throws IllegalArgumentException if it is not said how many
   */
  List<Object> grid();

  /** Whether a plot should show them on a logarithmic axis. */
  boolean logarithmic();

  /**
   * As in a search file: a list of values of any form, or a range.
   *
   * @throws io.auricle.yaml.YamlException if it is neither
   */
  static SettingValues of(YamlNode node, String name) {
    if (node.isMap()) {
      return YamlKeys.read(node, name, Range::of);
    }
    if (!node.isList()) {
      throw node.fault(
          "%s=%s must be a list of values, or a range: {from: 0.1, to: 100, scale: log}"
              .formatted(name, node.text(name)));
    }
    return new Choice(node.items(name).stream().map(YamlNode::any).toList());
  }
}
