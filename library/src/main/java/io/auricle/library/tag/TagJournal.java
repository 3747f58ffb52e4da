package io.auricle.library.tag;

import io.auricle.library.song.Song;
import io.auricle.library.song.TagRows;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every change of a file's tags with the way back. An entry is on the disk before the file changes:
 * one whose change a kill prevented is known by the hash of the file, and does no harm.
 */
final class TagJournal {
  private final Database database;

  TagJournal(Database database) throws LibraryException {
    this.database = database;
    // Else an entry could be lost with the current that its file survived.
    database.run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute("PRAGMA synchronous = FULL");
          }
        });
  }

  /**
   * A change.
   *
   * @param modifiedNanos when the old file was written, since 1970
   * @param oldHash SHA-256 of the whole file before
   * @param newHash and after
   * @param fields what changed, for people
   */
  record Entry(long id, long modifiedNanos, String oldHash, String newHash, String fields) {}

  /**
   * Notes a change that is about to be made.
   *
   * @param undo makes the old file of the new one
   * @return the entry's number
   */
  long add(
      Song song, long modifiedNanos, String oldHash, String newHash, String fields, byte[] undo)
      throws LibraryException {
    String sql =
        "INSERT INTO tag_change (file, path, written, old_modified, old_hash, new_hash, fields,"
            + " undo) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    return database.transaction(
        connection -> {
          update(
              connection,
              sql,
              song.id(),
              song.path(),
              System.currentTimeMillis(),
              modifiedNanos,
              oldHash,
              newHash,
              fields,
              undo);
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT last_insert_rowid()")) {
            return row.getLong(1);
          }
        });
  }

  void remove(long id) throws LibraryException {
    database.transaction(
        connection -> {
          update(connection, "DELETE FROM tag_change WHERE id = ?", id);
          return true;
        });
  }

  /** The changes of a file, the newest first. */
  List<Entry> entries(List<Song> songs) throws LibraryException {
    String sql =
        "SELECT id, old_modified, old_hash, new_hash, fields FROM tag_change WHERE file = ?"
            + " ORDER BY id DESC";
    return database.run(
        connection -> {
          List<Entry> entries = new ArrayList<>();
          for (Song song : songs) {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
              select.setLong(1, song.id());
              try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                  entries.add(
                      new Entry(
                          row.getLong(1),
                          row.getLong(2),
                          row.getString(3),
                          row.getString(4),
                          row.getString(5)));
                }
              }
            }
          }
          entries.sort((one, other) -> Long.compare(other.id(), one.id()));
          return entries;
        });
  }

  byte[] undo(Entry entry) throws LibraryException {
    return database.run(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT undo FROM tag_change WHERE id = ?")) {
            select.setLong(1, entry.id());
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? row.getBytes(1) : new byte[0];
            }
          }
        });
  }

  /**
   * Takes over what a file is now, so that the next scan does not open it.
   *
   * @param gone an entry that was undone; nothing otherwise
   */
  void written(List<Song> songs, Path file, Map<String, String> tags, @Nullable Entry gone)
      throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
    database.transaction(
        connection -> {
          for (Song song : songs) {
            update(
                connection,
                "UPDATE file SET bytes = ?, modified = ? WHERE id = ?",
                facts.size(),
                facts.lastModifiedTime().toMillis(),
                song.id());
            TagRows.write(connection, song.id(), tags);
          }
          if (gone != null) {
            update(connection, "DELETE FROM tag_change WHERE id = ?", gone.id());
          }
          return true;
        });
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }
}
