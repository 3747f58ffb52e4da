package io.auricle.web.library;

import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import io.auricle.web.http.ProblemException;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests name: numbers and songs. */
final class Asked {
  private Asked() {}

  /**
   * A whole number of the query.
   *
   * @throws ProblemException unless it is in [least, most]
   */
  static int number(Context context, String name, int usual, int least, int most) {
    @Nullable String value = context.queryParam(name);
    if (value == null) {
      return usual;
    }
    int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw ProblemException.badRequest("%s must be in [%d, %d]".formatted(name, least, most));
    }
    return number;
  }

  /**
   * The song whose number is in the path.
   *
   * @throws ProblemException if the library has none
   */
  static Song song(Context context, Database database) throws LibraryException {
    String id = context.pathParam("song");
    List<Song> songs =
        id.matches("[0-9]{1,18}")
            ? new SongReader(database).read(SongSelection.where("f.id = ?", Long.valueOf(id)))
            : List.of();
    if (songs.isEmpty()) {
      throw ProblemException.of(404, "UNKNOWN_SONG", "the library has no such song");
    }
    return songs.get(0);
  }
}
