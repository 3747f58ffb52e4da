package io.auricle.yaml;

import java.io.StringReader;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a YAML file that knows its line. Nothing is ever constructed from tags. Whatever a
 * value turns out not to be is a {@link YamlException} that begins with the name given for it.
 */
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
   * This value, if every key of a map stands there once and nothing refers to what stands elsewhere
   * ({@code *name}).
   *
   * @throws YamlException with the line, if it does not
   */
  public YamlNode plain() {
    requirePlain(Collections.newSetFromMap(new IdentityHashMap<>()));
    return this;
  }

  private void requirePlain(Set<Node> seen) {
    if (!seen.add(node)) {
      throw fault("an alias (*) stands for this; write it out in both places");
    }
    if (isList()) {
      items("").forEach(item -> item.requirePlain(seen));
    }
    if (isMap()) {
      entries("").values().forEach(value -> value.requirePlain(seen));
    }
  }

  /** Counted from 1; 0 for what a setting says. */
  public int line() {
    return YamlSettings.isSetting(node) ? 0 : node.getStartMark().getLine() + 1;
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

  /** Whether nothing is written, or {@code null}. */
  public boolean isNothing() {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && Set.of("", "~", "null", "Null", "NULL").contains(scalar.getValue());
  }

  /** The text of a single value. */
  public String text(String name) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw fault(start(name) + "must be a single value");
  }

  /** The values of a list. */
  public List<YamlNode> items(String name) {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault(start(name) + "must be a list");
    }
    return sequence.getValue().stream().map(item -> new YamlNode(item, depth + 1)).toList();
  }

  /** Entries in the order of the file. */
  public Map<String, YamlNode> entries(String name) {
    if (!(node instanceof MappingNode mapping)) {
      throw fault(start(name) + "must be keys with values");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = new YamlNode(tuple.getKeyNode(), depth + 1);
      YamlNode value = new YamlNode(tuple.getValueNode(), depth + 1);
      if (entries.put(key.text("a key"), value) != null) {
        throw key.fault("key %s must be given once".formatted(key.text("a key")));
      }
    }
    return entries;
  }

  /** A message's beginning: the name, and the value if it is short. */
  private String start(String name) {
    String value = isScalar() ? "=" + text(name) : "";
    return (name.isEmpty() ? "the file" : name + value) + " ";
  }

  /** The constant of an enum, written in lower case. */
  public <E> E word(String name, Class<E> type) {
    E constant = constant(text(name), type);
    if (constant == null) {
      throw noneOf(name, words(type));
    }
    return constant;
  }

  static <E> @Nullable E constant(String word, Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> String.valueOf(constant).equalsIgnoreCase(word))
        .findFirst()
        .orElse(null);
  }

  static List<String> words(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The fault of a word that is none of those there are. */
  public YamlException noneOf(String name, Collection<String> words) {
    return fault(
        "%s=%s must be one of %s; did you mean %s?"
            .formatted(name, text(name), words, Nearest.of(text(name), words)));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name) {
    return switch (text(name)) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw fault(start(name) + "must be true or false");
    };
  }

  /** A whole number. */
  public int integer(String name) {
    long value = whole(name);
    if (value != (int) value) {
      throw fault(
          start(name) + "must be in [%d, %d]".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return (int) value;
  }

  /** A whole number, however it is written: {@code 2000}, {@code 2_000}, {@code 2e3}. */
  public long whole(String name) {
    String digits = text(name).replace("_", "");
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      Double number = parsed(digits);
      if (number == null || number != Math.rint(number) || Math.abs(number) > 1L << 53) {
        throw fault(start(name) + "must be a whole number");
      }
      return number.longValue();
    }
  }

  /** A number. */
  public double number(String name) {
    Double number = parsed(text(name).replace("_", ""));
    if (number == null) {
      throw fault(start(name) + "must be a number");
    }
    return number;
  }

  private static @Nullable Double parsed(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A number, or a list of them. */
  public List<Integer> integers(String name) {
    return each(name, item -> item.integer(name));
  }

  /** What is made of the values of a list, or of one value alone. */
  public <T> List<T> each(String name, Function<YamlNode, T> reading) {
    return (isList() ? items(name) : List.of(this)).stream().map(reading).toList();
  }

  /** A value of any form: a number, true or false, a text, a list or a map. */
  public Object any() {
    if (isList()) {
      return items("").stream().map(YamlNode::any).toList();
    }
    if (isMap()) {
      Map<String, Object> values = new LinkedHashMap<>();
      entries("").forEach((key, value) -> values.put(key, value.any()));
      return values;
    }
    String text = text("");
    if (!((ScalarNode) node).isPlain()) {
      return text;
    }
    if (text.matches("[-+]?[0-9][0-9_]*")) {
      long value = whole("");
      return value == (int) value ? (Object) (int) value : value;
    }
    Double number = text.matches("[-+]?[0-9_]*\\.[0-9].*") ? parsed(text) : null;
    return number != null ? number : text.matches("(?i)true|false") ? (Object) flag("") : text;
  }

  /** What is made of this value, or the maker's complaint with this line. */
  public <T> T making(String name, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage()).replace("\n", "; ");
      throw YamlKeys.blame(name, this, isMap() ? entries(name) : Map.of(), message);
    }
  }

  /** An exception whose message names this line. */
  public YamlException fault(String message) {
    return new YamlException(line(), message);
  }
}
