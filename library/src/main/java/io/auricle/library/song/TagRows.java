package io.auricle.library.song;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file says of itself, in the tables. */
public final class TagRows {
  private TagRows() {}

  /**
   * Takes these tags in place of those that were known, within a transaction.
   *
   * @param id of the file
   */
  public static void write(Connection connection, long id, Map<String, String> all)
      throws SQLException {
    SongTags tags = SongTags.of(all);
    update(
        connection,
        "UPDATE file SET title = ?, artist = ?, album = ?, year = ?, title_key = ?,"
            + " artist_key = ?, album_key = ? WHERE id = ?",
        tags.title(),
        tags.artist(),
        tags.album(),
        tags.year(),
        Folded.ofNullable(tags.title()),
        Folded.ofNullable(tags.artist()),
        Folded.ofNullable(tags.album()),
        id);
    update(connection, "DELETE FROM tag WHERE file = ?", id);
    for (Map.Entry<String, String> tag : all.entrySet()) {
      update(
          connection,
          "INSERT INTO tag (file, name, value, value_key) VALUES (?, ?, ?, ?)",
          id,
          tag.getKey(),
          tag.getValue(),
          Folded.of(tag.getValue()));
    }
  }

  private static void update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }
}
