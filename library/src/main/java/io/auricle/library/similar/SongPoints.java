package io.auricle.library.similar;

import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/** The points of all songs in the space that most of them lie in, one after the other. */
public final class SongPoints {
  /** A song of the largest space: one with an embedding, else one that a model spoke of. */
  private static final List<String> LARGEST =
      List.of(
          "SELECT MIN(e.file) FROM embedding e JOIN file f ON f.id = e.file"
              + " WHERE f.removed IS NULL GROUP BY e.network, e.version ORDER BY COUNT(*) DESC"
              + " LIMIT 1",
          "SELECT MIN(v.file) FROM verdict v JOIN file f ON f.id = v.file"
              + " WHERE f.removed IS NULL HAVING COUNT(*) > 0");

  private final SongSpace space;

  private SongPoints(SongSpace space) {
    this.space = space;
  }

  /** Takes points one by one. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes one.
     *
     * @param song its number within the library
     * @param point of length 1, of the same dimensions for all; the taker may keep it
     */
    void take(long song, float[] point);
  }

  /** The points of a library; nothing if no song was heard yet. */
  public static Optional<SongPoints> of(Database database) throws LibraryException {
    for (String sql : LARGEST) {
      Optional<Long> id =
          database.run(
              connection -> {
                try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                  return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
              });
      if (id.isPresent()) {
        List<Song> song = new SongReader(database).read(SongSelection.where("f.id = ?", id.get()));
        if (!song.isEmpty()) {
          return SongSpace.of(database, song.get(0)).map(SongPoints::new);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether points are of scores, since there is no embedding. */
  public boolean areOfScores() {
    return space.isOfScores();
  }

  /** Hands over the points of all songs that are there. */
  public void each(Taker taker) throws LibraryException {
    space.each(taker::take);
  }

  /** Differs where points may: by what was written since. Reads no point. */
  public static String state(Database database) throws LibraryException {
    return PointChanges.of(database);
  }
}
