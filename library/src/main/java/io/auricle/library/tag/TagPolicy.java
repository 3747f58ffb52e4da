package io.auricle.library.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What becomes of a genre or a mood that is in a file already. */
public enum TagPolicy {
  /** It stays: only where there is none one is written. */
  EMPTY,
  /** It goes. */
  REPLACE,
  /** It stays, and what was heard is put behind it. */
  APPEND;

  /** The values that a field gets. */
  List<String> values(List<String> old, List<String> heard) {
    if (heard.isEmpty()) {
      return old;
    }
    return switch (this) {
      case EMPTY -> old.stream().allMatch(String::isBlank) ? heard : old;
      case REPLACE -> heard;
      case APPEND -> {
        List<String> all = new ArrayList<>(old);
        all.removeIf(String::isBlank);
        for (String value : heard) {
          if (all.stream().noneMatch(value::equalsIgnoreCase)) {
            all.add(value);
          }
        }
        yield all;
      }
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
