package io.auricle.network;

import io.auricle.yaml.Nearest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables of a network file: {@code ${dropout:0.4}} is the value given for {@code dropout}, or
 * 0.4. So one file serves a whole search, and the text of a network is complete once it is read.
 */
final class NetworkVariables {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)(?::([^}\n]*))?}");

  private NetworkVariables() {}

  /**
   * The text with all variables replaced.
   *
   * @throws IllegalArgumentException if one has neither value nor default, or a value is given for
   *     none
   */
  static String filled(String text, Map<String, String> values) {
    Set<String> names = new TreeSet<>();
    String filled =
        VARIABLE
            .matcher(text)
            .replaceAll(
                match -> {
                  names.add(match.group(1));
                  return Matcher.quoteReplacement(value(match, values));
                });
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            names.isEmpty()
                ? "the network has no variable %s, and no other".formatted(name)
                : "the network has no variable %s; did you mean %s? It has %s"
                    .formatted(name, Nearest.of(name, names), names));
      }
    }
    return filled;
  }

  private static String value(MatchResult match, Map<String, String> values) {
    String value = values.getOrDefault(match.group(1), match.group(2));
    if (value == null) {
      throw new IllegalArgumentException(
          "variable ${%1$s} of the network has no value; write ${%1$s:DEFAULT}, or give it"
              .formatted(match.group(1)));
    }
    return value;
  }
}
