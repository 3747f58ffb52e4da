package io.auricle.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A text with settings: {@code ${name}} is replaced by the setting of that name; every other
 * setting changes a value, {@code model.classic.cost=3} or {@code data.0.weight=2}.
 */
public final class YamlSettings {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)}");
  private static final String HERE = "here";
  private static final Mark MARK = new Mark("a setting", 0, 0, 0, new int[0], 0);

  private YamlSettings() {}

  /**
   * The text's value with the settings in it.
   *
   * @param settings by name; {@code here} is never a place in the file
   * @throws YamlException with all variables without values and all settings without places
   */
  public static YamlNode applied(String text, Map<String, String> settings) {
    YamlNode root = YamlNode.parse(text).plain();
    Set<String> changes = new HashSet<>(settings.keySet());
    changes.remove(HERE);
    Matcher variables = VARIABLE.matcher(text);
    while (variables.find()) {
      changes.remove(variables.group(1));
    }
    YamlFaults faults = new YamlFaults();
    settings.forEach(
        (place, value) -> {
          if (changes.contains(place)) {
            faults.of(() -> changed(root.node(), place, setting(place, value)));
          }
        });
    Node filled = filled(root.node(), settings, faults);
    faults.check();
    return new YamlNode(filled, 0);
  }

  static boolean isSetting(Node node) {
    return node.getStartMark().getName().equals(MARK.getName());
  }

  private static Node setting(String place, String text) {
    try {
      return text.isBlank()
          ? scalar("", ScalarStyle.PLAIN)
          : copy(
              YamlNode.parse(text).plain().node(),
              node -> scalar(node.getValue(), node.getScalarStyle()),
              node -> MARK);
    } catch (YamlException e) {
      throw new YamlException(0, "%s=%s must be YAML: %s".formatted(place, text, e.getMessage()));
    }
  }

  private static ScalarNode scalar(String text, ScalarStyle style) {
    return new ScalarNode(Tag.STR, text, MARK, MARK, style);
  }

  private static Node changed(Node tree, String place, Node value) {
    int dot = place.lastIndexOf('.');
    String key = place.substring(dot + 1);
    Node parent = dot < 0 ? tree : at(tree, place.substring(0, dot));
    int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : Integer.MAX_VALUE;
    if (parent instanceof MappingNode map) {
      List<NodeTuple> entries = new ArrayList<>(map.getValue());
      NodeTuple changed = new NodeTuple(scalar(key, ScalarStyle.PLAIN), value);
      int before = entries.stream().map(YamlSettings::key).toList().indexOf(key);
      if (before < 0) {
        entries.add(changed);
      } else {
        entries.set(before, changed);
      }
      map.setValue(entries);
    } else if (parent instanceof SequenceNode list && index < list.getValue().size()) {
      list.getValue().set(index, value);
    } else {
      Set<String> places = new TreeSet<>();
      gather(tree, "", places);
      throw new YamlException(
          0,
          "setting %1$s is neither a variable ${%1$s} nor a place in the file; did you mean %2$s?"
              .formatted(place, Nearest.of(place, places)));
    }
    return tree;
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  private static Map<String, Node> children(Node node) {
    Map<String, Node> children = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      map.getValue().forEach(tuple -> children.put(key(tuple), tuple.getValueNode()));
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> children.put("" + children.size(), item));
    }
    return children;
  }

  private static @Nullable Node at(Node tree, String place) {
    Node node = tree;
    for (String step : place.split("\\.", -1)) {
      node = node == null ? null : children(node).get(step);
    }
    return node;
  }

  /** The dotted keys of all values in a file. */
  private static void gather(Node node, String path, Set<String> places) {
    children(node)
        .forEach(
            (key, child) -> {
              places.add(YamlKeys.path(path, key));
              gather(child, YamlKeys.path(path, key), places);
            });
  }

  private static Node filled(Node tree, Map<String, String> values, YamlFaults faults) {
    return copy(
        tree,
        node -> {
          Matcher variables = VARIABLE.matcher(node.getValue());
          if (!variables.find()) {
            return node;
          }
          String text = variables.replaceAll(m -> quoted(node, m.group(1), values, faults));
          Mark mark = node.getStartMark();
          return new ScalarNode(node.getTag(), text, mark, mark, ScalarStyle.DOUBLE_QUOTED);
        },
        Node::getStartMark);
  }

  private static String quoted(
      Node node, String variable, Map<String, String> values, YamlFaults faults) {
    if (!values.containsKey(variable)) {
      faults.add(
          new YamlNode(node, 0)
              .fault(
                  "variable ${%1$s} has no value; give it with --set %1$s=..."
                      .formatted(variable)));
    }
    return Matcher.quoteReplacement(values.getOrDefault(variable, ""));
  }

  private static Node copy(
      Node node, UnaryOperator<ScalarNode> scalars, Function<Node, Mark> marks) {
    Mark mark = marks.apply(node);
    if (node instanceof MappingNode map) {
      List<NodeTuple> entries = new ArrayList<>();
      for (NodeTuple entry : map.getValue()) {
        entries.add(new NodeTuple(entry.getKeyNode(), copy(entry.getValueNode(), scalars, marks)));
      }
      return new MappingNode(node.getTag(), true, entries, mark, mark, FlowStyle.AUTO);
    }
    if (node instanceof SequenceNode list) {
      List<Node> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(copy(item, scalars, marks)));
      return new SequenceNode(node.getTag(), true, items, mark, mark, FlowStyle.AUTO);
    }
    return node instanceof ScalarNode scalar ? scalars.apply(scalar) : node;
  }
}
