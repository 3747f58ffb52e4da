package io.auricle.library.query;

import io.auricle.library.song.SongOrder;
import io.auricle.library.song.SongSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What songs are sorted by.
 *
 * @param sql of the order
 * @param verdict the same where it is what a model says
 * @param group the same where it is a text that many songs have in common
 */
record SortKey(String sql, @Nullable SongOrder verdict, @Nullable SongOrder group) {
  /** By a column of the file, or another term. */
  static SortKey of(String sql) {
    return new SortKey(sql, null, null);
  }

  /** By a column that has an index of its own with the path behind it. */
  static SortKey of(String column, boolean descending) {
    String groups =
        "SELECT group_concat(id), f.%1$s FROM file f WHERE %2$s AND f.%1$s IS NOT NULL GROUP BY 2 ORDER BY 2"
            .formatted(column, SongSelection.THERE);
    return new SortKey(
        "f." + column,
        null,
        new SongOrder(List.of(new SongOrder.Statement(groups, List.of())), List.of(), descending));
  }

  /** By what a model says. */
  static SortKey of(String sql, SongOrder verdict) {
    return new SortKey(sql, verdict, null);
  }

  SortKey withSql(String other) {
    return new SortKey(other, verdict, group);
  }

  static String sql(List<SortKey> keys) {
    return keys.stream().map(SortKey::sql).collect(Collectors.joining(", "));
  }

  /**
   * The quick way to the same order: what models say comes first, then columns of files; an order
   * that puts them otherwise has none.
   *
   * @param all whether all songs that are there are sorted: then one column, for which there is an
   *     index, is left to the database
   */
  static SongSelection.@Nullable QuickOrder quick(List<SortKey> keys, boolean all) {
    List<SongOrder> first = new ArrayList<>();
    int place = 0;
    while (place < keys.size()) {
      SortKey key = keys.get(place);
      boolean many = all && keys.size() - place > 2 && key.group() != null;
      if (key.verdict() == null && !many) {
        break;
      }
      first.add(many ? key.group() : key.verdict());
      place++;
    }
    List<SortKey> rest = keys.subList(place, keys.size());
    return rest.stream().allMatch(key -> key.verdict() == null)
        ? new SongSelection.QuickOrder(first, sql(rest))
        : null;
  }
}
