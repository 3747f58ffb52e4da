package io.auricle.library.song;

import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of songs alone, of which 100,000 are quickly read: SQLite writes them into one text,
 * since a row of its own for each costs twice as much.
 */
public final class SongNumbers {
  /** Comes behind all that is known, in either direction. */
  private static final int UNKNOWN = Integer.MAX_VALUE;

  /**
   * In the order of an index SQLite would fetch each row from another place: unless the index has
   * all that is asked for, reading the table as it lies and sorting takes a quarter of the time.
   */
  private static final Pattern COLUMN = Pattern.compile("(?<![+\\w.])f\\.");

  private SongNumbers() {}

  /** The numbers of the songs of a selection, in its order. */
  public static long[] of(Database database, SongSelection selection) throws LibraryException {
    return database.run(connection -> of(connection, selection));
  }

  static long[] of(Connection connection, SongSelection selection) throws SQLException {
    SongSelection.@Nullable QuickOrder quick = selection.quick();
    if (quick == null) {
      return read(
          connection, selection, selection.order(), selection.orderValues(), selection.limit());
    }
    if (quick.first().isEmpty()) {
      return read(connection, selection, quick.rest(), List.of(), selection.limit());
    }
    long[] ids = read(connection, selection, quick.rest(), List.of(), Long.MAX_VALUE);
    for (int i = quick.first().size() - 1; i >= 0; i--) {
      sort(connection, ids, quick.first().get(i));
    }
    return Arrays.copyOf(ids, (int) Math.min(ids.length, selection.limit()));
  }

  private static long[] read(
      Connection connection,
      SongSelection selection,
      String order,
      List<Object> orderValues,
      long limit)
      throws SQLException {
    boolean all = selection.condition().equals(SongSelection.THERE);
    // With the limit inside, SQLite keeps the order of the inner statement for the outer one.
    String sql =
        "SELECT group_concat(id) FROM (SELECT f.id AS id FROM file f %s WHERE %s ORDER BY %s LIMIT ?)"
            .formatted(
                all ? "" : "NOT INDEXED",
                selection.condition(),
                all ? order : COLUMN.matcher(order).replaceAll("+f."));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int place = 1;
      for (Object value : selection.values()) {
        select.setObject(place++, value);
      }
      for (Object value : orderValues) {
        select.setObject(place++, value);
      }
      select.setLong(place, limit);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? numbers(row.getString(1)) : new long[0];
      }
    }
  }

  private static long[] numbers(@Nullable String text) {
    if (text == null) {
      return new long[0];
    }
    NumberScan scan = new NumberScan(text);
    long[] numbers = new long[1 + text.length() / 2];
    int count = 0;
    while (scan.hasNext()) {
      numbers[count++] = scan.next();
    }
    return Arrays.copyOf(numbers, count);
  }

  /** Sorts by one thing; songs that are alike in it stay as they are. */
  private static void sort(Connection connection, long[] ids, SongOrder order) throws SQLException {
    int[] places = places(connection, order, Arrays.stream(ids).max().orElse(0));
    long[] keys = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      int place = places[(int) ids[i]];
      int key = place != UNKNOWN && order.descending() ? -place : place;
      keys[i] = (long) key << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    long[] before = ids.clone();
    for (int i = 0; i < ids.length; i++) {
      ids[i] = before[(int) keys[i]];
    }
  }

  /** What the songs up to a number are sorted by. */
  private static int[] places(Connection connection, SongOrder order, long last)
      throws SQLException {
    int[] places = new int[Math.addExact(Math.toIntExact(last), 1)];
    Arrays.fill(places, UNKNOWN);
    for (SongOrder.Statement statement : order.statements()) {
      try (PreparedStatement select = connection.prepareStatement(statement.sql())) {
        int place = 1;
        for (Object value : statement.values()) {
          select.setObject(place++, value);
        }
        try (ResultSet row = select.executeQuery()) {
          for (int rank = 0; row.next(); rank++) {
            @Nullable String text = row.getString(1);
            @Nullable String label = row.getString(2);
            NumberScan scan = new NumberScan(text == null ? "" : text);
            while (scan.hasNext()) {
              long id = scan.next();
              int key = label == null ? (int) scan.next() : order.place(label, rank);
              if (id <= last) {
                places[(int) id] = key;
              }
            }
          }
        }
      }
    }
    return places;
  }
}
