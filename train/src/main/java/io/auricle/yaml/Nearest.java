package io.auricle.yaml;

import java.util.Collection;
import java.util.Comparator;

/** The valid word closest to a misspelt one, by Levenshtein distance. */
public final class Nearest {
  private Nearest() {}

  /** The nearest word, or an empty text if there is none. */
  public static String of(String word, Collection<String> valid) {
    return valid.stream().min(Comparator.comparingInt(other -> distance(word, other))).orElse("");
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
