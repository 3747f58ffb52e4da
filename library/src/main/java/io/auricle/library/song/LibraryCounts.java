package io.auricle.library.song;

import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A library in figures.
 *
 * @param heard files that models spoke of and that are there
 * @param removed files that were not there at the last scan
 * @param seconds of sound that were heard
 * @param faults files that could not be heard, by code
 * @param labels of each model the songs of each label that it is sure of or that the user gave,
 *     most first; what it is not sure of stands under the empty text
 */
public record LibraryCounts(
    long heard,
    long removed,
    double seconds,
    Map<String, Long> faults,
    Map<String, Map<String, Long>> labels) {
  private static final String HEARD =
      "SELECT CASE WHEN v.sure THEN v.label ELSE '' END AS said FROM verdict v"
          + " JOIN file f ON f.id = v.file WHERE v.model = %d AND f.removed IS NULL";

  /** Leaves out what was heard in songs that the user spoke of, and counts those. */
  private static final String SAID =
      " AND "
          + Corrections.SOUND
          + " NOT IN (SELECT sound FROM correction WHERE model = %1$d)"
          + " UNION ALL SELECT c.label FROM correction c JOIN file f ON c.sound = "
          + Corrections.SOUND
          + " WHERE c.model = %1$d AND f.removed IS NULL";

  public static LibraryCounts of(Database database) throws LibraryException {
    return database.run(LibraryCounts::of);
  }

  private static LibraryCounts of(Connection connection) throws SQLException {
    String there = " FROM file WHERE removed IS NULL";
    Map<String, Map<String, Long>> labels = new LinkedHashMap<>();
    for (KnownModel model : KnownModel.all(connection)) {
      labels.put(
          model.name(),
          counts(
              connection,
              "SELECT said, COUNT(*) FROM ("
                  + HEARD.formatted(model.id())
                  + (model.corrected() ? SAID.formatted(model.id()) : "")
                  + ") GROUP BY 1 ORDER BY 2 DESC, 1"));
    }
    return new LibraryCounts(
        (long) number(connection, "SELECT COUNT(*)" + there + " AND fault_code IS NULL"),
        (long) number(connection, "SELECT COUNT(*) FROM file WHERE removed IS NOT NULL"),
        number(connection, "SELECT COALESCE(SUM(duration), 0)" + there),
        counts(
            connection,
            "SELECT fault_code, COUNT(*)"
                + there
                + " AND fault_code IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"),
        labels);
  }

  private static double number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getDouble(1) : 0;
    }
  }

  private static Map<String, Long> counts(Connection connection, String sql) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        counts.put(row.getString(1), row.getLong(2));
      }
    }
    return counts;
  }
}
