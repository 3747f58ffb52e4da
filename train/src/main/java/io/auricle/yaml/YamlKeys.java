package io.auricle.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys with values as they are read: every key asked for becomes a known one, and the others are
 * refused. A value that is wrong is kept as a fault, and another stands for it meanwhile, so that
 * the faults of all keys are found.
 */
public final class YamlKeys {
  private final String name;
  private final YamlNode at;
  private final Map<String, YamlNode> given;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, String> missing = new LinkedHashMap<>();
  private final YamlFaults faults = new YamlFaults();

  private YamlKeys(String name, YamlNode at, Map<String, YamlNode> given) {
    this.name = name;
    this.at = at;
    this.given = given;
  }

  /**
   * Makes something of keys.
   *
   * @param node keys with values
   * @param name of what has the keys, for messages; empty for a file
   * @throws YamlException with all faults
   */
  public static <T> T read(YamlNode node, String name, Function<YamlKeys, T> maker) {
    return new YamlKeys(name, node, node.entries(name)).made(maker);
  }

  /**
   * Makes something of a word with or without a value.
   *
   * @param value null for a bare word, one value for the main key, or keys with values
   * @param main the key that one value alone stands for; empty if there is none
   * @throws YamlException with all faults
   */
  public static <T> T read(
      YamlNode word,
      String name,
      @Nullable YamlNode value,
      String main,
      Function<YamlKeys, T> maker) {
    Map<String, YamlNode> given = new LinkedHashMap<>();
    if (value != null && value.isMap()) {
      given.putAll(value.entries(name));
    } else if (value != null && !(value.isScalar() && value.text(name).isEmpty())) {
      if (main.isEmpty()) {
        throw value.fault("%s must stand without a value, or with keys".formatted(name));
      }
      given.put(main, value);
    }
    return new YamlKeys(name, word, given).made(maker);
  }

  private <T> T made(Function<YamlKeys, T> maker) {
    @Nullable T made = null;
    try {
      made = maker.apply(this);
    } catch (YamlException e) {
      faults.add(e);
    } catch (IllegalArgumentException e) {
      if (faults.none() && missing.isEmpty()) {
        faults.add(blame(name, at, given, String.valueOf(e.getMessage())));
      }
    }
    refuseOthers(name, given, known, known, faults);
    check();
    if (made == null) {
      throw new IllegalStateException("nothing was made of " + name);
    }
    return made;
  }

  /**
   * Goes on if no key that was asked for is missing or wrong.
   *
   * @throws YamlException with all faults
   */
  public void check() {
    missing.keySet().removeIf(key -> misspelt(key, given, known));
    missing.forEach((key, allowed) -> faults.add(missing(name, at, key, allowed)));
    faults.check();
  }

  /** The dotted name of a key. */
  public static String path(String name, String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  /** Whether a key is given, or one within its keys behind a dot. */
  static boolean given(Map<String, YamlNode> given, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return given.containsKey(path);
    }
    YamlNode outer = given.get(path.substring(0, dot));
    return outer != null
        && outer.isMap()
        && given(outer.entries(path.substring(0, dot)), path.substring(dot + 1));
  }

  /** Keeps a fault for each key that is not known, with those that are worth telling. */
  static void refuseOthers(
      String name,
      Map<String, YamlNode> given,
      Set<String> known,
      Set<String> told,
      YamlFaults faults) {
    given.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            faults.add(
                value.fault(
                    "there is no key %s; ".formatted(path(name, key))
                        + (told.isEmpty()
                            ? "nothing can be set here"
                            : "did you mean %s? There are %s"
                                .formatted(Nearest.of(key, told), told))));
          }
        });
  }

  /** Whether a key was meant by one of those given, but misspelt: it is then not missing. */
  static boolean misspelt(String key, Map<String, YamlNode> given, Set<String> known) {
    return given.keySet().stream()
        .anyMatch(other -> !known.contains(other) && Nearest.of(other, known).equals(key));
  }

  static YamlException missing(String name, YamlNode at, String key, String allowed) {
    return at.fault("%s is missing; it must be %s".formatted(path(name, key), allowed));
  }

  /** The complaint of a constructor, at the key that it begins with. */
  static YamlException blame(
      String name, YamlNode at, Map<String, YamlNode> given, String message) {
    String first = message.split("[^A-Za-z0-9_]", 2)[0];
    YamlNode guilty = given.getOrDefault(first, at);
    boolean begins = given.containsKey(first);
    return guilty.fault(
        name.isEmpty() ? message : begins ? name + "." + message : name + ": " + message);
  }

  /** Whether a key is given. */
  public boolean has(String key) {
    known.add(key);
    return given.containsKey(key);
  }

  /**
   * What is made of a key's value, or something else if it is left out or wrong.
   *
   * @param reading of the value and its dotted name
   */
  public <T> T value(String key, T otherwise, BiFunction<YamlNode, String, T> reading) {
    known.add(key);
    YamlNode value = given.get(key);
    return value == null
        ? otherwise
        : faults.of(() -> reading.apply(value, path(name, key))).orElse(otherwise);
  }

  /**
   * What is made of the value of a key that must be given.
   *
   * @param meanwhile what stands for it if it is missing or wrong
   * @param allowed what it must be, for the message
   */
  public <T> T needed(
      String key, T meanwhile, String allowed, BiFunction<YamlNode, String, T> reading) {
    if (!has(key)) {
      missing.put(key, allowed);
    }
    return value(key, meanwhile, reading);
  }

  public int integer(String key, int otherwise) {
    return value(key, otherwise, YamlNode::integer);
  }

  public double number(String key) {
    return needed(key, 1.0, "a number", YamlNode::number);
  }

  public double number(String key, double otherwise) {
    return value(key, otherwise, YamlNode::number);
  }

  public boolean flag(String key, boolean otherwise) {
    return value(key, otherwise, YamlNode::flag);
  }

  public String text(String key) {
    return needed(key, "-", "a text", YamlNode::text);
  }

  public String text(String key, String otherwise) {
    return value(key, otherwise, YamlNode::text);
  }

  /** One whole number or several. */
  public List<Integer> integers(String key) {
    return needed(key, List.of(1), "a whole number, or several", YamlNode::integers);
  }

  /** A constant of an enum. */
  public <E extends Enum<E>> E word(String key, E otherwise) {
    return value(key, otherwise, (node, path) -> node.word(path, otherwise.getDeclaringClass()));
  }

  /** A constant of an enum that must be given. */
  public <E extends Enum<E>> E word(String key, Class<E> type) {
    return needed(
        key,
        type.getEnumConstants()[0],
        "one of " + YamlNode.words(type),
        (node, path) -> node.word(path, type));
  }

  /** One constant of an enum or several. */
  public <E extends Enum<E>> List<E> words(String key, E otherwise) {
    return value(
        key,
        List.of(otherwise),
        (node, path) -> node.each(path, item -> item.word(path, otherwise.getDeclaringClass())));
  }
}
