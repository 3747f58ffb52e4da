package io.auricle.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** The settings of all trials, known before the first begins. */
final class Candidates {
  private static final int MOST = 10_000;

  /** Draws in vain after which everything is held to be found. */
  private static final int IN_VAIN = 1000;

  private Candidates() {}

  /**
   * All different, in their order.
   *
   * @throws IllegalArgumentException if a grid is too large or a range of it has no steps
   */
  static List<Map<String, Object>> of(Search search) {
    return switch (search.method()) {
      case RANDOM -> drawn(search);
      case GRID -> grid(search.space());
    };
  }

  private static List<Map<String, Object>> drawn(Search search) {
    SplittableRandom random = new SplittableRandom(search.seed());
    Set<Map<String, Object>> found = new LinkedHashSet<>();
    int inVain = 0;
    while (found.size() < search.draws() && inVain < IN_VAIN) {
      Map<String, Object> settings = new LinkedHashMap<>();
      search.space().forEach((key, values) -> settings.put(key, values.draw(random)));
      inVain = found.add(settings) ? 0 : inVain + 1;
    }
    return List.copyOf(found);
  }

  private static List<Map<String, Object>> grid(Map<String, SettingValues> space) {
    List<Map<String, Object>> all = List.of(Map.of());
    for (Map.Entry<String, SettingValues> entry : space.entrySet()) {
      List<Object> values;
      try {
        values = entry.getValue().grid();
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "space: %s: %s".formatted(entry.getKey(), e.getMessage()), e);
      }
      if ((long) all.size() * values.size() > MOST) {
        throw new IllegalArgumentException(
            "space: a grid must have at most %d trials; draw at random instead".formatted(MOST));
      }
      List<Map<String, Object>> longer = new ArrayList<>();
      for (Map<String, Object> before : all) {
        for (Object value : values) {
          Map<String, Object> settings = new LinkedHashMap<>(before);
          settings.put(entry.getKey(), value);
          longer.add(settings);
        }
      }
      all = longer;
    }
    return all;
  }
}
