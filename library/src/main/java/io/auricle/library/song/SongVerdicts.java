package io.auricle.library.song;

import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;

/** What one model says of all songs, or the user in its place. */
public final class SongVerdicts {
  private static final String HEARD =
      "SELECT file, label, score, sure FROM verdict WHERE model = ?";

  /** Of several labels that the user gave the first one stays, as in {@link SongReader}. */
  private static final String SAID =
      "SELECT f.id, c.label FROM correction c JOIN file f ON c.sound = "
          + Corrections.SOUND
          + " WHERE c.model = ? ORDER BY c.made DESC, c.label DESC";

  private SongVerdicts() {}

  /** The verdicts by the numbers of songs, also of those that are gone. */
  public static Map<Long, Verdict> of(Database database, KnownModel model) throws LibraryException {
    return database.run(
        connection -> {
          Map<Long, Verdict> verdicts = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(HEARD)) {
            select.setInt(1, model.id());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                verdicts.put(
                    row.getLong(1),
                    new Verdict(row.getString(2), row.getDouble(3), row.getBoolean(4)));
              }
            }
          }
          if (model.corrected()) {
            try (PreparedStatement select = connection.prepareStatement(SAID)) {
              select.setInt(1, model.id());
              try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                  verdicts.put(row.getLong(1), Verdict.ofUser(row.getString(2)));
                }
              }
            }
          }
          return verdicts;
        });
  }
}
