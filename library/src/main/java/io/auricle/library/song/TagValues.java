package io.auricle.library.song;

import java.util.List;
import java.util.regex.Pattern;

/** The values that a tag holds: programs write several behind each other. */
public final class TagValues {
  private static final Pattern BETWEEN = Pattern.compile("[;,|\\\\\u0000]|(?<=[^/])/(?=[^/])");

  private TagValues() {}

  /** Each value, without blanks around it. */
  public static List<String> of(String tag) {
    return BETWEEN
        .splitAsStream(tag)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }
}
