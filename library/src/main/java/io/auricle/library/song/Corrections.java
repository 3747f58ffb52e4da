package io.auricle.library.song;

import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says of songs where models are wrong, or of what no model speaks. A correction
 * belongs to a sound: it stays when the file is moved or gets other tags, holds for its copies, and
 * goes when there is other music in the file.
 */
public final class Corrections {
  /** What a correction of {@code file AS f} is kept under. */
  public static final String SOUND = "COALESCE(f.sound, 'path:' || f.path)";

  private final Database database;

  public Corrections(Database database) {
    this.database = database;
  }

  /**
   * What the user said of a file.
   *
   * @param path of a file with that sound
   * @param field a model's name, or the user's own
   */
  public record Correction(String path, String field, List<String> labels) {
    public Correction {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Keeps what the user says of a song, in place of what was said before.
   *
   * @param field a model's name, or a new one, which then is a field of the user's own
   * @param labels one; of a model of tags any number
   */
  public void set(Song song, String field, List<String> labels) throws LibraryException {
    database.transaction(
        connection -> {
          update(
              connection,
              "INSERT INTO model (name, tags, labels) VALUES (?, 0, '')"
                  + " ON CONFLICT (name) DO NOTHING",
              field);
          remove(connection, song, field);
          for (String label : labels) {
            update(
                connection,
                "INSERT INTO correction (sound, model, label, made) SELECT "
                    + SOUND
                    + ", m.id, ?, ? FROM file f, model m WHERE f.id = ? AND m.name = ?",
                label,
                System.currentTimeMillis(),
                song.id(),
                field);
          }
          return true;
        });
  }

  /**
   * Takes back what the user said of a song; a field of the user's own that nothing speaks of any
   * more goes as well.
   *
   * @return whether there was anything
   */
  public boolean remove(Song song, String field) throws LibraryException {
    return database.transaction(
        connection -> {
          boolean removed = remove(connection, song, field);
          update(
              connection,
              "DELETE FROM model WHERE name = ? AND labels = ''"
                  + " AND NOT EXISTS (SELECT 1 FROM correction c WHERE c.model = model.id)",
              field);
          return removed;
        });
  }

  private static boolean remove(Connection connection, Song song, String field)
      throws SQLException {
    int rows =
        update(
            connection,
            "DELETE FROM correction WHERE model = (SELECT id FROM model WHERE name = ?)"
                + " AND sound = (SELECT "
                + SOUND
                + " FROM file f WHERE f.id = ?)",
            field,
            song.id());
    return rows > 0;
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }

  /** All of files that are there, by paths. */
  public List<Correction> all() throws LibraryException {
    return all(SongSelection.where("f.removed IS NULL"));
  }

  /** What the user said of one song. */
  public List<Correction> of(Song song) throws LibraryException {
    return all(SongSelection.where("f.id = ?", song.id()));
  }

  private List<Correction> all(SongSelection which) throws LibraryException {
    String sql =
        "SELECT f.path, m.name, group_concat(c.label, char(10)) FROM correction c"
            + " JOIN model m ON m.id = c.model JOIN file f ON "
            + SOUND
            + " = c.sound WHERE "
            + which.condition()
            + " GROUP BY f.path, m.id ORDER BY f.path, m.id";
    return database.run(
        connection -> {
          List<Correction> all = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            for (Object value : which.values()) {
              select.setObject(place++, value);
            }
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                all.add(
                    new Correction(
                        row.getString(1), row.getString(2), row.getString(3).lines().toList()));
              }
            }
          }
          return all;
        });
  }

  /** All labels by sounds and models' numbers, for one that reads many songs. */
  static Labels labels(Connection connection) throws SQLException {
    Map<String, Map<Integer, List<String>>> labels = new HashMap<>();
    String sql = "SELECT sound, model, label FROM correction ORDER BY sound, model, made, label";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        labels
            .computeIfAbsent(row.getString(1), sound -> new HashMap<>())
            .computeIfAbsent(row.getInt(2), model -> new ArrayList<>())
            .add(row.getString(3));
      }
    }
    return new Labels(labels);
  }

  /** Labels by sounds and models' numbers. */
  record Labels(Map<String, Map<Integer, List<String>>> bySounds) {
    /** The first label that a file with this sound got in place of what a model says. */
    Optional<Verdict> verdict(String sound, KnownModel model) {
      return all(sound, model).stream().findFirst().map(Verdict::ofUser);
    }

    List<String> all(String sound, KnownModel model) {
      return bySounds.getOrDefault(sound, Map.of()).getOrDefault(model.id(), List.of());
    }
  }
}
