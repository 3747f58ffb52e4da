package io.auricle.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Options of a command line: {@code --name value}, {@code --name=value}, {@code --flag}. */
final class Arguments {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Arguments() {}

  /**
   * Reads them.
   *
   * @param valued options that have a value
   * @param flags options that have none
   * @throws IllegalArgumentException if there is anything else
   */
  static Arguments of(List<String> words, Set<String> valued, Set<String> flags) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (flags.contains(name) && equals < 0) {
        arguments.add(name, "");
      } else if (valued.contains(name) && equals >= 0) {
        arguments.add(name, word.substring(equals + 1));
      } else if (valued.contains(name) && i + 1 < words.size()) {
        arguments.add(name, words.get(++i));
      } else if (valued.contains(name)) {
        throw new IllegalArgumentException(name + " needs a value");
      } else {
        throw new IllegalArgumentException(
            "%s is no option; there are %s and %s".formatted(word, sorted(valued), sorted(flags)));
      }
    }
    return arguments;
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private void add(String name, String value) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** All values of an option, in their order. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The value of an option, or another if it is not there.
   *
   * @throws IllegalArgumentException if it is there more than once
   */
  @Nullable String one(String name) {
    List<String> all = all(name);
    if (all.size() > 1) {
      throw new IllegalArgumentException(name + "=" + all + " may be given once");
    }
    return all.isEmpty() ? null : all.get(0);
  }

  /**
   * The value of an option that has to be there.
   *
   * @throws IllegalArgumentException if it is not
   */
  String required(String name) {
    String value = one(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(name + " must be given");
    }
    return value;
  }

  String or(String name, String otherwise) {
    String value = one(name);
    return value == null ? otherwise : value;
  }

  /**
   * A number.
   *
   * @param reader reads it
   * @throws IllegalArgumentException if it is none
   */
  <T> T number(String name, T otherwise, Function<String, T> reader) {
    String value = one(name);
    try {
      return value == null ? otherwise : reader.apply(value);
    } catch (NumberFormatException e) {
      throw (IllegalArgumentException)
          new IllegalArgumentException(name + "=" + value + " must be a number").initCause(e);
    }
  }

  /**
   * Bytes: a number, with {@code k}, {@code m} or {@code g} behind it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static long bytes(String text) {
    int unit =
        "kmg".indexOf(Character.toLowerCase(text.isEmpty() ? ' ' : text.charAt(text.length() - 1)));
    String digits = unit < 0 ? text : text.substring(0, text.length() - 1);
    return Math.multiplyExact(Long.parseLong(digits), 1L << (10 * (unit + 1)));
  }

  /**
   * One of several words.
   *
   * @throws IllegalArgumentException if it is another
   */
  String among(String name, String otherwise, String... allowed) {
    String value = or(name, otherwise);
    if (!Arrays.asList(allowed).contains(value)) {
      throw new IllegalArgumentException(
          "%s=%s must be one of %s".formatted(name, value, String.join(", ", allowed)));
    }
    return value;
  }
}
