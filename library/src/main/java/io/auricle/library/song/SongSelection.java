package io.auricle.library.song;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which songs, in what order, as parts of a statement over {@code file AS f}; every value is a
 * parameter.
 *
 * @param condition of the rows
 * @param values of its parameters: texts and numbers
 * @param order terms, without the words ORDER BY
 * @param orderValues of the parameters of the order
 * @param limit at most so many rows
 */
public record SongSelection(
    String condition, List<Object> values, String order, List<Object> orderValues, long limit) {
  /** In the order of their paths. */
  static final String BY_PATH = "f.path";

  public SongSelection {
    values = List.copyOf(values);
    orderValues = List.copyOf(orderValues);
  }

  /** The rows of which something holds. */
  public static SongSelection where(String condition, Object... values) {
    return new SongSelection(condition, List.of(values), BY_PATH, List.of(), Long.MAX_VALUE);
  }

  /** All parameters, as they stand behind each other. */
  List<Object> parameters() {
    List<Object> all = new ArrayList<>(values);
    all.addAll(orderValues);
    all.add(limit);
    return Collections.unmodifiableList(all);
  }
}
