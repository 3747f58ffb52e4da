package io.auricle.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The valid word closest to a misspelt one, by Levenshtein distance. */
public final class Nearest {
  private Nearest() {}

  /** The nearest word, or an empty text if there is none. */
  public static String of(String word, Collection<String> valid) {
    return valid.stream().min(Comparator.comparingInt(other -> distance(word, other))).orElse("");
  }

  /**
   * The nearest word, if it is really near: a slip or two of the fingers, exchanged letters
   * included, in a word that is long enough to be known by the rest.
   */
  public static Optional<String> near(String word, Collection<String> valid) {
    String meant = word.toLowerCase(Locale.ROOT);
    return valid.stream()
        .filter(other -> slips(meant, other) <= Math.min(2, Math.max(meant.length(), 3) / 3))
        .min(Comparator.comparingInt(other -> slips(meant, other)));
  }

  /** As {@link #distance}; two neighbours that have changed places are one slip, not two. */
  private static int slips(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int change = table[i - 1][j - 1] + (same ? 0 : 1);
        table[i][j] = Math.min(change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[a.length()][b.length()];
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
