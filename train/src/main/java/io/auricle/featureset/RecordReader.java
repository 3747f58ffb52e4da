package io.auricle.featureset;

import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Changes components of options records as a file says. Records within a record are written as if
 * their components were its own, so that files stay flat.
 */
final class RecordReader {
  private RecordReader() {}

  /** The names that a file may give. */
  static List<String> names(Record options) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      if (value(options, component) instanceof Record inner) {
        names.addAll(names(inner));
      } else {
        names.add(component.getName());
      }
    }
    return names;
  }

  /** The value of a name, at any depth; an empty text if there is none. */
  static String text(Record options, String name) {
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      Object value = value(options, component);
      if (component.getName().equals(name)) {
        return value.toString();
      }
      if (value instanceof Record inner && names(inner).contains(name)) {
        return text(inner, name);
      }
    }
    return "";
  }

  /**
   * The same options but for what the entries say.
   *
   * @param place blamed for what no entry can be
   */
  static <R extends Record> R read(R options, Map<String, YamlNode> entries, YamlNode place) {
    List<String> names = names(options);
    entries.forEach(
        (name, node) -> {
          if (!names.contains(name)) {
            throw unknown(node, name, names);
          }
        });
    try {
      return rebuild(options, entries);
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int end = message.indexOf('=');
      YamlNode guilty = end < 0 ? null : entries.get(message.substring(0, end));
      throw (guilty == null ? place : guilty).fault(message);
    }
  }

  /** The fault of a word that means nothing here. */
  static YamlException unknown(YamlNode node, String word, List<String> valid) {
    return node.fault(
        valid.isEmpty()
            ? "unknown word %s; nothing can be set here".formatted(word)
            : "unknown word %s; did you mean %s? There are %s"
                .formatted(word, Nearest.of(word, valid), valid));
  }

  @SuppressWarnings("unchecked") // a record's constructor makes that record
  private static <R extends Record> R rebuild(R options, Map<String, YamlNode> entries) {
    RecordComponent[] components = options.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object before = value(options, components[i]);
      YamlNode node = entries.get(components[i].getName());
      if (before instanceof Record inner) {
        values[i] = rebuild(inner, entries);
      } else {
        values[i] = node == null ? before : parse(node, components[i]);
      }
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return (R) options.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(options.getClass() + " cannot be built", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(options.getClass() + " must be a public record", e);
    }
  }

  private static Object value(Record options, RecordComponent component) {
    try {
      return component.getAccessor().invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(options.getClass() + " must be a public record", e);
    }
  }

  private static Object parse(YamlNode node, RecordComponent component) {
    String name = component.getName();
    Class<?> type = component.getType();
    if (type.isEnum()) {
      return node.word(name, type);
    }
    if (type == boolean.class) {
      return node.flag(name);
    }
    return type == int.class ? (Object) node.integer(name) : (Object) node.number(name);
  }
}
