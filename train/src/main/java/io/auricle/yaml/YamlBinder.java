package io.auricle.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of YAML: keys are components, words in lower case are constants of enums. What is
 * left out is null, 0 or false, and what that means the record says; components with {@link Needed}
 * must be given. All faults are found at once, also those that the constructor finds one at a time:
 * it is asked again with another value in place of the one it complained of.
 */
public final class YamlBinder {
  /** Makes a value of what a file says. */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * The value.
     *
     * @param name of the value, for messages
     * @throws IllegalArgumentException if something is wrong
     */
    T read(YamlBinder binder, YamlNode node, String name);
  }

  private final Map<Class<?>, Reading<?>> readings = new HashMap<>();
  private final Map<Class<?>, String> tags = new HashMap<>();

  /** The same binder, which also knows how a type is read that is not as the others. */
  public <T> YamlBinder reads(Class<T> type, Reading<? extends T> reading) {
    readings.put(type, reading);
    return this;
  }

  /** The same binder, which lets records of a type say again under this key which they are. */
  public YamlBinder tagged(Class<?> type, String key) {
    tags.put(type, key);
    return this;
  }

  /** Keys that records may have beside their components. */
  Set<String> tags(Object options) {
    return tags.keySet().stream()
        .filter(type -> type.isInstance(options))
        .map(type -> String.valueOf(tags.get(type)))
        .collect(Collectors.toSet());
  }

  /** The same binder, which tells the records that a type may be by the word behind a key. */
  public <T> YamlBinder reads(
      Class<T> type, String key, Map<String, ? extends Class<? extends T>> kinds) {
    return reads(
        type,
        (binder, node, name) -> {
          Map<String, YamlNode> entries = new LinkedHashMap<>(node.entries(name));
          YamlNode kind = entries.remove(key);
          String path = YamlKeys.path(name, key);
          if (kind == null) {
            throw node.fault("%s is missing; it must be one of %s".formatted(path, kinds.keySet()));
          }
          Class<? extends T> made = kinds.get(kind.text(path));
          if (made == null) {
            throw kind.noneOf(path, kinds.keySet());
          }
          return binder.made(made, node, name, entries);
        });
  }

  /**
   * What a whole file says.
   *
   * @throws YamlException with all faults
   */
  public <T> T read(YamlNode root, Class<T> type) {
    Object value = value(root, type, "");
    if (value == null) {
      throw new YamlException(1, "the file is empty");
    }
    return type.cast(value);
  }

  /**
   * The same options but for what the entries say. Components of records within the options may be
   * written as if they were its own.
   *
   * @param entries keys with values, also such as others read
   * @param others keys that others read
   * @param place blamed for what no entry can be
   * @throws YamlException with all faults
   */
  @SuppressWarnings("unchecked") // a record's constructor makes that record
  public <R extends Record> R changed(
      R options, Map<String, YamlNode> entries, Set<String> others, YamlNode place, String name) {
    return (R)
        new RecordMaking(this, options.getClass(), options, place, name, entries).made(others);
  }

  /** The value of a key of such options, at any depth; nothing if they have none. */
  public static Optional<Object> component(Record options, String key) {
    return Optional.ofNullable(RecordMaking.components(options).get(key));
  }

  /** Whether it was said how a type is read. */
  boolean reads(Class<?> type) {
    return readings.containsKey(type);
  }

  /**
   * A record of the entries.
   *
   * @throws YamlException with all faults
   */
  public <R> R made(Class<R> type, YamlNode place, String name, Map<String, YamlNode> entries) {
    return type.cast(new RecordMaking(this, type, null, place, name, entries).made(Set.of()));
  }

  @Nullable Object value(YamlNode node, Type type, String name) {
    if (node.isNothing()) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      Type[] types = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(node, types[0], name)
          : map(node, types[0], types[1], name);
    }
    Class<?> plain = (Class<?>) type;
    Reading<?> reading = readings.get(plain);
    if (reading != null) {
      return node.making(name, () -> reading.read(this, node, name));
    }
    return plain.isRecord()
        ? made(plain, node, name, node.entries(name))
        : scalar(node, plain, name);
  }

  private static Object scalar(YamlNode node, Class<?> type, String name) {
    if (type.isEnum()) {
      return node.word(name, type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return node.flag(name);
    }
    if (type == int.class || type == Integer.class) {
      return node.integer(name);
    }
    if (type == long.class || type == Long.class) {
      return node.whole(name);
    }
    if (type == double.class || type == Double.class) {
      return node.number(name);
    }
    if (type == String.class) {
      return node.text(name);
    }
    throw new IllegalStateException("nobody said how " + type + " is read: " + name);
  }

  private List<@Nullable Object> list(YamlNode node, Type type, String name) {
    List<@Nullable Object> values = new ArrayList<>();
    YamlFaults faults = new YamlFaults();
    boolean word = type instanceof Class<?> words && words.isEnum() && node.isScalar();
    for (YamlNode item : word ? List.of(node) : node.items(name)) {
      String itemName = word ? name : YamlKeys.path(name, String.valueOf(values.size()));
      values.add(attempt(faults, item, type, itemName));
    }
    faults.check();
    return values;
  }

  private Map<Object, @Nullable Object> map(YamlNode node, Type keys, Type type, String name) {
    Map<Object, @Nullable Object> values = new LinkedHashMap<>();
    YamlFaults faults = new YamlFaults();
    node.entries(name)
        .forEach(
            (key, value) -> {
              String path = YamlKeys.path(name, key);
              Object word = keys == String.class ? key : YamlNode.constant(key, (Class<?>) keys);
              if (word == null) {
                faults.add(
                    value.fault(
                        "there is no key %s; there are %s"
                            .formatted(path, YamlNode.words((Class<?>) keys))));
              } else {
                values.put(word, attempt(faults, value, type, path));
              }
            });
    faults.check();
    return values;
  }

  private @Nullable Object attempt(YamlFaults faults, YamlNode node, Type type, String name) {
    try {
      return value(node, type, name);
    } catch (YamlException e) {
      faults.add(e);
      return null;
    }
  }
}
