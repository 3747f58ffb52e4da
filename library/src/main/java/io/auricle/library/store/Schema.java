package io.auricle.library.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of a library, and the way to them from each earlier version: version n is what the
 * first n steps make. A step that was released never changes; what is new is a step of its own.
 */
final class Schema {
  /** Says that a database is a library: "Auri" as a number. */
  static final int APPLICATION = 0x41757269;

  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE file (
                id INTEGER PRIMARY KEY,
                path TEXT NOT NULL UNIQUE,
                bytes INTEGER NOT NULL,
                modified INTEGER NOT NULL,
                sound TEXT,
                added INTEGER NOT NULL,
                heard INTEGER NOT NULL,
                removed INTEGER,
                models TEXT NOT NULL,
                fault_code TEXT,
                fault_message TEXT,
                duration REAL,
                title TEXT,
                artist TEXT,
                album TEXT,
                year INTEGER,
                valence REAL,
                arousal REAL,
                path_key TEXT NOT NULL,
                title_key TEXT,
                artist_key TEXT,
                album_key TEXT
              )\
              """,
              "CREATE INDEX file_sound ON file(sound)",
              """
              CREATE TABLE tag (
                file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                value_key TEXT NOT NULL,
                PRIMARY KEY (file, name)
              ) WITHOUT ROWID\
              """,
              """
              CREATE TABLE model (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                tags INTEGER NOT NULL,
                labels TEXT NOT NULL
              )\
              """,
              """
              CREATE TABLE verdict (
                file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
                model INTEGER NOT NULL REFERENCES model ON DELETE CASCADE,
                label TEXT NOT NULL,
                score REAL NOT NULL,
                sure INTEGER NOT NULL,
                PRIMARY KEY (file, model)
              ) WITHOUT ROWID\
              """,
              "CREATE INDEX verdict_label ON verdict(model, label, score)",
              """
              CREATE TABLE score (
                file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
                model INTEGER NOT NULL REFERENCES model ON DELETE CASCADE,
                label TEXT NOT NULL,
                score REAL NOT NULL,
                given INTEGER NOT NULL,
                PRIMARY KEY (file, model, label)
              ) WITHOUT ROWID\
              """,
              "CREATE INDEX score_label ON score(model, label, score)",
              """
              CREATE TABLE embedding (
                file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
                network TEXT NOT NULL,
                version TEXT NOT NULL,
                vector BLOB NOT NULL
              )\
              """,
              "CREATE TABLE folder (path TEXT PRIMARY KEY) WITHOUT ROWID",
              """
              CREATE TABLE playlist (
                name TEXT PRIMARY KEY,
                query TEXT NOT NULL,
                output TEXT NOT NULL,
                absolute INTEGER NOT NULL,
                near TEXT,
                seconds REAL
              ) WITHOUT ROWID\
              """),
          List.of(
              """
              CREATE TABLE tag_change (
                id INTEGER PRIMARY KEY,
                file INTEGER REFERENCES file ON DELETE SET NULL,
                path TEXT NOT NULL,
                written INTEGER NOT NULL,
                old_modified INTEGER NOT NULL,
                old_hash TEXT NOT NULL,
                new_hash TEXT NOT NULL,
                fields TEXT NOT NULL,
                undo BLOB NOT NULL
              )\
              """,
              "CREATE INDEX tag_change_file ON tag_change(file)"),
          List.of(
              """
              CREATE TABLE correction (
                sound TEXT NOT NULL,
                model INTEGER NOT NULL REFERENCES model ON DELETE CASCADE,
                label TEXT NOT NULL,
                made INTEGER NOT NULL,
                PRIMARY KEY (sound, model, label)
              ) WITHOUT ROWID\
              """,
              "CREATE INDEX correction_label ON correction(model, label)"),
          List.of(
              "ALTER TABLE file ADD COLUMN tempo REAL",
              "ALTER TABLE file ADD COLUMN tempo_certainty REAL",
              "ALTER TABLE file ADD COLUMN music_key TEXT",
              "ALTER TABLE file ADD COLUMN key_certainty REAL",
              """
              CREATE TABLE marks (
                file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
                moments BLOB NOT NULL
              )\
              """),
          SpeedStep.STATEMENTS);

  /** The version of the tables that this program writes. */
  static final int VERSION = STEPS.size();

  private Schema() {}

  /** Takes a database from its version to this program's, in the transaction that is open. */
  static void migrate(Connection connection, int version) throws SQLException {
    migrate(connection, version, STEPS);
  }

  static void migrate(Connection connection, int version, List<List<String>> steps)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (List<String> step : steps.subList(version, steps.size())) {
        for (String sql : step) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA application_id = " + APPLICATION);
      statement.execute("PRAGMA user_version = " + steps.size());
    }
  }
}
