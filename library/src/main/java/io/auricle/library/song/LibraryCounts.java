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
  private static final String SAID = "CASE WHEN v.sure THEN v.label ELSE '' END";

  /**
   * All verdicts, counted in an index alone; joined with their files they take ten times as long.
   */
  private static final String HEARD =
      "SELECT "
          + SAID
          + " AS said, v.songs AS songs FROM (SELECT sure, label, COUNT(*) AS songs FROM verdict"
          + " WHERE model = %1$d GROUP BY sure, label) v";

  /** Less those of files that are gone. */
  private static final String GONE =
      " UNION ALL SELECT "
          + SAID
          + ", -COUNT(*) FROM file f CROSS JOIN verdict v ON v.file = f.id AND v.model = %1$d"
          + " WHERE f.removed IS NOT NULL GROUP BY 1";

  private static final String CORRECTED =
      " FROM (SELECT DISTINCT sound%s FROM correction WHERE model = %%1$d) c CROSS JOIN file f ON "
          + Corrections.SOUND
          + " = c.sound";

  /** Less what was heard in songs that the user spoke of, and what the user said in its place. */
  private static final String CORRECTIONS =
      " UNION ALL SELECT "
          + SAID
          + ", -COUNT(*)"
          + CORRECTED.formatted("")
          + " CROSS JOIN verdict v ON v.file = f.id AND v.model = %1$d"
          + " WHERE f.removed IS NULL GROUP BY 1"
          + " UNION ALL SELECT c.label, COUNT(*)"
          + CORRECTED.formatted(", label")
          + " WHERE f.removed IS NULL GROUP BY 1";

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
              "SELECT said, SUM(songs) FROM ("
                  + (HEARD + GONE + (model.corrected() ? CORRECTIONS : "")).formatted(model.id())
                  + ") GROUP BY 1 HAVING SUM(songs) > 0 ORDER BY 2 DESC, 1"));
    }
    return new LibraryCounts(
        (long) number(connection, "SELECT COUNT(*)" + there + " AND fault_code IS NULL"),
        (long) number(connection, "SELECT COUNT(*) FROM file WHERE removed IS NOT NULL"),
        number(
            connection,
            "SELECT COALESCE(SUM(duration), 0)"
                + there
                + " AND fault_code IS NULL AND duration > 0"),
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
