package io.auricle.network;

import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of one layer as they are read: every option asked for becomes a known key, and {@link
 * #finish} refuses the others.
 */
final class LayerOptions {
  private final String kind;
  private final YamlNode at;
  private final Map<String, YamlNode> given;
  private final Set<String> known = new LinkedHashSet<>(Set.of("name"));
  private final int classes;

  private LayerOptions(String kind, YamlNode at, Map<String, YamlNode> given, int classes) {
    this.kind = kind;
    this.at = at;
    this.given = given;
    this.classes = classes;
  }

  /**
   * The options behind a kind.
   *
   * @param value null for a bare word, one value for the main option, or keys with values
   * @param main the option that one value alone stands for
   * @param classes what the word {@code classes} stands for
   */
  static LayerOptions of(
      String kind, YamlNode at, @Nullable YamlNode value, String main, int classes) {
    Map<String, YamlNode> given = new HashMap<>();
    if (value != null && value.isMap()) {
      given.putAll(value.entries());
    } else if (value != null && !(value.isScalar() && value.text().isEmpty())) {
      if (main.isEmpty()) {
        throw value.fault("%s must stand without a value, or with keys".formatted(kind));
      }
      given.put(main, value);
    }
    return new LayerOptions(kind, at, given, classes);
  }

  int integer(String key) {
    YamlNode value = needed(key);
    return value.isScalar() && value.text().equals("classes") ? classes : value.integer(key);
  }

  int integer(String key, int otherwise) {
    return has(key) ? integer(key) : otherwise;
  }

  double number(String key) {
    return needed(key).number(key);
  }

  double number(String key, double otherwise) {
    return has(key) ? number(key) : otherwise;
  }

  boolean flag(String key, boolean otherwise) {
    return has(key) ? needed(key).flag(key) : otherwise;
  }

  List<Integer> integers(String key) {
    return needed(key).integers(key);
  }

  /** As {@link #integers}, a single number repeated to the count. */
  List<Integer> integers(String key, int count) {
    List<Integer> values = integers(key);
    return values.size() == 1 ? Collections.nCopies(count, values.get(0)) : values;
  }

  <E extends Enum<E>> E word(String key, E otherwise) {
    return has(key) ? needed(key).word(key, otherwise.getDeclaringClass()) : otherwise;
  }

  <E extends Enum<E>> List<E> words(String key, E otherwise) {
    if (!has(key)) {
      return List.of(otherwise);
    }
    YamlNode value = needed(key);
    List<E> words = new ArrayList<>();
    for (YamlNode item : value.isList() ? value.items() : List.of(value)) {
      words.add(item.word(key, otherwise.getDeclaringClass()));
    }
    return words;
  }

  boolean has(String key) {
    known.add(key);
    return given.containsKey(key);
  }

  YamlNode needed(String key) {
    known.add(key);
    YamlNode value = given.get(key);
    if (value == null) {
      throw at.fault(
          given.isEmpty()
              ? "%s needs %s".formatted(kind, key)
              : "%s needs %s; it was given %s".formatted(kind, key, given.keySet()));
    }
    return value;
  }

  /** Refuses keys that no one asked for. */
  void finish() {
    for (Map.Entry<String, YamlNode> entry : given.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry
            .getValue()
            .fault(
                "%s has no option %s; did you mean %s? It has %s"
                    .formatted(kind, entry.getKey(), Nearest.of(entry.getKey(), known), known));
      }
    }
  }
}
