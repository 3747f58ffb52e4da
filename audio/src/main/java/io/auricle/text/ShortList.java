package io.auricle.text;

import java.util.List;

/** Names in a sentence, the first of many. */
public final class ShortList {
  private ShortList() {}

  /**
   * {@code a, b and 3 more}.
   *
   * @param most named, at least 1
   */
  public static String of(List<String> names, int most) {
    int more = names.size() - most;
    String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }
}
