package io.auricle.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a YAML file that knows its line. Nothing is ever constructed from tags. */
public record YamlNode(Node node, int depth) {
  private static final int MAX_DEPTH = 40;

  public YamlNode {
    if (depth > MAX_DEPTH) {
      throw new YamlException(
          node.getStartMark().getLine() + 1,
          "nested more than %d deep; does an alias contain itself?".formatted(MAX_DEPTH));
    }
  }

  /**
   * The value that a whole text is.
   *
   * @throws YamlException with the line, if it is empty or not YAML
   */
  public static YamlNode parse(String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(20);
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new YamlException(1, "the file is empty");
      }
      return new YamlNode(root, 0);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new YamlException(line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      String message = String.valueOf(e.getMessage());
      throw new YamlException(
          1,
          "not YAML that is read here: "
              + (message.startsWith("Nesting Depth") ? "nested too deep" : message));
    }
  }

  /**
   * Checks a text for readers that look at neither: every key of a map stands there once, and
   * nothing refers to what stands elsewhere ({@code *name}), which they would take for a text.
   *
   * @throws YamlException with the line, if it does not, or the text is not YAML
   */
  public static void requirePlain(String text) {
    parse(text).requirePlain(Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private void requirePlain(Set<Node> seen) {
    if (!seen.add(node)) {
      throw fault("an alias (*) stands for this; write it out in both places");
    }
    if (isList()) {
      items().forEach(item -> item.requirePlain(seen));
    }
    if (isMap()) {
      entries().values().forEach(value -> value.requirePlain(seen));
    }
  }

  /** Counted from 1. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public boolean isScalar() {
    return node instanceof ScalarNode;
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The text of a single value. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw fault("a single value is needed here");
  }

  /** The values of a list. */
  public List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("a list is needed here");
    }
    return sequence.getValue().stream().map(item -> new YamlNode(item, depth + 1)).toList();
  }

  /** Entries in the order of the file. */
  public Map<String, YamlNode> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("keys with values are needed here");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = new YamlNode(tuple.getKeyNode(), depth + 1);
      YamlNode value = new YamlNode(tuple.getValueNode(), depth + 1);
      if (entries.put(key.text(), value) != null) {
        throw key.fault("key %s must be given once".formatted(key.text()));
      }
    }
    return entries;
  }

  /** Entries that are all among the known keys. */
  public Map<String, YamlNode> entries(String owner, List<String> known) {
    Map<String, YamlNode> entries = entries();
    entries.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw value.fault(
                "%s has no key %s; did you mean %s? It has %s"
                    .formatted(owner, key, Nearest.of(key, known), known));
          }
        });
    return entries;
  }

  /** One of this node's entries, which must be there. */
  public YamlNode needed(String owner, Map<String, YamlNode> entries, String key) {
    YamlNode value = entries.get(key);
    if (value == null) {
      throw fault("%s needs the key %s".formatted(owner, key));
    }
    return value;
  }

  /** The constant of an enum, written in lower case. */
  public <E> E word(String name, Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = String.valueOf(constant).toLowerCase(Locale.ROOT);
      if (word.equals(text())) {
        return constant;
      }
      words.add(word);
    }
    throw fault(
        "%s=%s must be one of %s; did you mean %s?"
            .formatted(name, text(), words, Nearest.of(text(), words)));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name) {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault("%s=%s must be true or false".formatted(name, text()));
    };
  }

  /** A whole number. */
  public int integer(String name) {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw fault("%s=%s must be a whole number".formatted(name, text()));
    }
  }

  /** A number. */
  public double number(String name) {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      throw fault("%s=%s must be a number".formatted(name, text()));
    }
  }

  /** A number, or a list of them. */
  public List<Integer> integers(String name) {
    if (!isList()) {
      return List.of(integer(name));
    }
    List<Integer> values = new ArrayList<>();
    items().forEach(item -> values.add(item.integer(name)));
    return values;
  }

  /** An exception whose message names this line. */
  public YamlException fault(String message) {
    return new YamlException(line(), message);
  }
}
