package io.auricle.library.playlist;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.file.FileName;
import io.auricle.folder.WholeFile;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.similar.SongSpace;
import io.auricle.library.similar.SongWalk;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The playlists of a library. */
public final class Playlists {
  private final Database database;

  public Playlists(Database database) {
    this.database = database;
  }

  /** Keeps a playlist, in place of one of the same name. */
  public void save(SavedPlaylist list) throws LibraryException {
    String sql =
        "INSERT OR REPLACE INTO playlist (name, query, output, absolute, near, seconds)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    database.transaction(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, list.name());
            insert.setString(2, list.query());
            insert.setString(3, FileName.text(list.output()));
            insert.setBoolean(4, list.absolute());
            insert.setString(5, list.near() == null ? null : FileName.text(list.near()));
            insert.setObject(6, list.seconds());
            return insert.executeUpdate();
          }
        });
  }

  /**
   * Forgets a playlist; its file stays.
   *
   * @return whether there was one of this name
   */
  public boolean forget(String name) throws LibraryException {
    return database.transaction(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM playlist WHERE name = ?")) {
            delete.setString(1, name);
            return delete.executeUpdate() > 0;
          }
        });
  }

  /** All that are kept, by name. */
  public List<SavedPlaylist> all() throws LibraryException {
    String sql = "SELECT name, query, output, absolute, near, seconds FROM playlist ORDER BY name";
    return database.run(
        connection -> {
          List<SavedPlaylist> lists = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(sql);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              @Nullable String near = row.getString(5);
              double seconds = row.getDouble(6);
              lists.add(
                  new SavedPlaylist(
                      row.getString(1),
                      row.getString(2),
                      FileName.path(row.getString(3)),
                      row.getBoolean(4),
                      near == null ? null : FileName.path(near),
                      row.wasNull() ? null : seconds));
            }
          }
          return lists;
        });
  }

  /**
   * Writes the file of a playlist, in place of one that is there.
   *
   * @return the songs in it
   * @throws QueryException if its query cannot be understood any more
   * @throws LibraryException if the song that it is to be near to is not in the library
   */
  public List<Song> write(SavedPlaylist list) throws IOException, QueryException {
    List<Song> songs = songs(list);
    Path output = list.output().toAbsolutePath();
    String text = PlaylistText.of(songs, list.absolute() ? null : output.getParent());
    WholeFile.write(output, out -> out.write(text.getBytes(UTF_8)));
    return songs;
  }

  private List<Song> songs(SavedPlaylist list) throws LibraryException, QueryException {
    SongReader reader = new SongReader(database);
    List<Song> songs = reader.read(Query.read(list.query(), reader.models()));
    @Nullable Path near = list.near();
    if (near == null) {
      return songs;
    }
    Song start =
        reader
            .find(near)
            .orElseThrow(
                () ->
                    new LibraryException(
                        database.file(), "does not know %s; scan its folder".formatted(near)));
    SongSpace space =
        SongSpace.of(database, start)
            .orElseThrow(
                () ->
                    new LibraryException(
                        database.file(), "no model could hear %s".formatted(near)));
    double seconds = list.seconds() == null ? Double.POSITIVE_INFINITY : list.seconds();
    return SongWalk.of(space, start, songs, seconds);
  }
}
