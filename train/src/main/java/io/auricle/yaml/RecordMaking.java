package io.auricle.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One record being made of entries. Where a value is wrong, and after each complaint of the
 * constructor, another value stands for it, so that the constructor says what else is wrong; a
 * complaint that may come of such a value is left out.
 */
final class RecordMaking {
  private static final Pattern RULE = Pattern.compile("\\w+(?:=\\S+ must be| is missing)(.*)");

  private final YamlBinder binder;
  private final Class<?> type;
  private final @Nullable Record usual;
  private final YamlNode place;
  private final String name;
  private final Map<String, YamlNode> entries;
  private final RecordComponent[] components;
  private final @Nullable Object[] values;

  /** What may still stand for a component that was wrong. */
  private final Map<String, Deque<Object>> standIns = new HashMap<>();

  private final Set<String> known = new LinkedHashSet<>();
  private final YamlFaults faults = new YamlFaults();
  private boolean possible = true;

  RecordMaking(
      YamlBinder binder,
      Class<?> type,
      @Nullable Record usual,
      YamlNode place,
      String name,
      Map<String, YamlNode> entries) {
    this.binder = binder;
    this.type = type;
    this.usual = usual;
    this.place = place;
    this.name = name;
    this.entries = entries;
    this.components = type.getRecordComponents();
    this.values = new Object[components.length];
  }

  /**
   * The record.
   *
   * @param others keys that others read
   */
  Object made(Set<String> others) {
    Set<String> told = new LinkedHashSet<>(others);
    for (RecordComponent component : components) {
      known.add(component.getName());
      told.addAll(
          before(component) instanceof Record inner
              ? components(inner).keySet()
              : Set.of(component.getName()));
    }
    known.addAll(told);
    YamlKeys.refuseOthers(name, entries, known, told, faults);
    for (int i = 0; i < components.length; i++) {
      fill(i);
    }
    Object made = possible ? constructed() : null;
    faults.check();
    if (made == null) {
      throw new IllegalStateException(type + " was not made, and nothing was wrong");
    }
    return made;
  }

  private void fill(int i) {
    String key = components[i].getName();
    YamlNode node = entries.get(key);
    Object before = before(components[i]);
    try {
      if (before instanceof Record inner && !binder.reads(components[i].getType())) {
        values[i] = inner(inner, node, key);
      } else if (node != null && (usual != null || !node.isNothing())) {
        values[i] = binder.value(node, components[i].getGenericType(), YamlKeys.path(name, key));
      } else if (isNeeded(components[i])) {
        miss(key, described(components[i].getType()));
        standIn(i);
      } else {
        values[i] = usual == null ? nothing(components[i].getType()) : before;
      }
    } catch (YamlException e) {
      faults.add(e);
      standIn(i);
    }
  }

  private boolean isNeeded(RecordComponent component) {
    Needed needed = component.getAnnotation(Needed.class);
    return needed != null
        && Arrays.stream(needed.unless()).noneMatch(path -> YamlKeys.given(entries, path));
  }

  /** A record within the usual one: behind its own key, or its keys among those of the outer. */
  private Object inner(Record inner, @Nullable YamlNode node, String key) {
    if (node != null) {
      String path = YamlKeys.path(name, key);
      return binder.changed(inner, node.entries(path), binder.tags(inner), node, path);
    }
    Map<String, YamlNode> own = new LinkedHashMap<>(entries);
    own.keySet().retainAll(components(inner).keySet());
    return binder.changed(inner, own, Set.of(), place, name);
  }

  private @Nullable Object constructed() {
    while (true) {
      try {
        return construct();
      } catch (YamlException e) {
        faults.add(e);
        return null;
      } catch (IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        int i = index(message);
        if (!mentionsStandIn(message)) {
          complain(i, message);
        }
        if (i < 0 || !standIn(i)) {
          return null;
        }
      }
    }
  }

  private void complain(int i, String message) {
    String key = i < 0 ? "" : components[i].getName();
    Matcher rule = RULE.matcher(message);
    if (i < 0 || entries.containsKey(key) || !rule.matches()) {
      faults.add(YamlKeys.blame(name, place, entries, message));
    } else {
      String allowed = rule.group(1).strip();
      boolean says = message.contains("=") && !allowed.isEmpty();
      miss(key, says ? allowed : described(components[i].getType()));
    }
  }

  private void miss(String key, String allowed) {
    if (!YamlKeys.misspelt(key, entries, known)) {
      faults.add(YamlKeys.missing(name, place, key, allowed));
    }
  }

  /** The component that a message begins with, or -1. */
  private int index(String message) {
    for (int i = 0; i < components.length; i++) {
      String key = components[i].getName();
      if (message.startsWith(key + "=") || message.startsWith(key + " ")) {
        return i;
      }
    }
    return -1;
  }

  private boolean mentionsStandIn(String message) {
    return standIns.keySet().stream()
        .anyMatch(key -> Pattern.compile("\\b" + key + "\\b").matcher(message).find());
  }

  /** Puts another value in a place; whether there is one that was not tried. */
  private boolean standIn(int i) {
    Deque<Object> left =
        standIns.computeIfAbsent(
            components[i].getName(),
            key -> {
              Object before = before(components[i]);
              return new ArrayDeque<>(
                  before == null ? examples(components[i].getType()) : List.of(before));
            });
    if (left.isEmpty()) {
      possible = false;
      return false;
    }
    values[i] = left.removeFirst();
    return true;
  }

  private static List<Object> examples(Class<?> type) {
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    if (type == int.class || type == Integer.class) {
      return List.of(1, 2, 0);
    }
    if (type == long.class || type == Long.class) {
      return List.of(1L, 0L);
    }
    if (type == double.class || type == Double.class) {
      return List.of(0.5, 1.0, 0.0);
    }
    if (type == boolean.class || type == Boolean.class) {
      return List.of(false, true);
    }
    return type == String.class
        ? List.of("-")
        : type == List.class
            ? List.of(List.of())
            : type == Map.class ? List.of(Map.of()) : List.of();
  }

  private static @Nullable Object nothing(Class<?> type) {
    return !type.isPrimitive()
        ? null
        : type == int.class
            ? (Object) 0
            : type == long.class ? 0L : type == double.class ? 0.0 : false;
  }

  /** What a value of a type must be. */
  private static String described(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + YamlNode.words(type);
    }
    if (type.isRecord()) {
      return "keys with values; there are "
          + Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    return type == String.class ? "a text" : type == List.class ? "a list" : "keys with values";
  }

  private @Nullable Object before(RecordComponent component) {
    return usual == null ? null : value(usual, component);
  }

  /** The keys that options have with their values, those of records within them in their place. */
  static Map<String, Object> components(Record options) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      Object value = value(options, component);
      if (value instanceof Record inner) {
        all.putAll(components(inner));
      } else {
        all.put(component.getName(), value);
      }
    }
    return all;
  }

  private static Object value(Record options, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(options.getClass() + " cannot be read", e);
    }
  }

  private Object construct() {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(type + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
