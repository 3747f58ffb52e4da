package io.auricle.library.song;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which songs, in what order, as parts of a statement over {@code file AS f}; every value is a
 * parameter.
 *
 * @param condition of the rows
 * @param values of its parameters: texts and numbers
 * @param order terms, without the words ORDER BY
 * @param orderValues of the parameters of the order
 * @param limit at most so many rows
 * @param quick the same order in a way that many rows are quickly brought into
 */
public record SongSelection(
    String condition,
    List<Object> values,
    String order,
    List<Object> orderValues,
    long limit,
    @Nullable QuickOrder quick) {
  /** In the order of their paths. */
  static final String BY_PATH = "f.path";

  /** What holds for the songs of a query that says nothing else. */
  public static final String THERE = "f.fault_code IS NULL AND f.removed IS NULL";

  /**
   * An order of many rows.
   *
   * @param first what models say, by which songs are sorted first; that of the first counts most
   * @param rest terms of columns of the file alone, for songs of which all models say the same
   */
  public record QuickOrder(List<SongOrder> first, String rest) {
    public QuickOrder {
      first = List.copyOf(first);
    }
  }

  public SongSelection {
    values = List.copyOf(values);
    orderValues = List.copyOf(orderValues);
  }

  /** One with an order that has no quick way. */
  public SongSelection(
      String condition, List<Object> values, String order, List<Object> orderValues, long limit) {
    this(condition, values, order, orderValues, limit, null);
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
