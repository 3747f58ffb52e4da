package io.auricle.library.song;

import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files with the very same sound under several names. */
public final class SameSounds {
  private static final String TWICE =
      "f.removed IS NULL AND f.sound IN (SELECT sound FROM file WHERE removed IS NULL"
          + " AND sound IS NOT NULL GROUP BY sound HAVING COUNT(*) > 1)";

  private SameSounds() {}

  /** The songs of each sound that is there more than once, by their first paths. */
  public static List<List<Song>> all(Database database) throws LibraryException {
    Map<String, List<Song>> groups = new LinkedHashMap<>();
    for (Song song : new SongReader(database).read(SongSelection.where(TWICE))) {
      groups
          .computeIfAbsent(String.valueOf(song.soundHash()), sound -> new ArrayList<>())
          .add(song);
    }
    return List.copyOf(groups.values());
  }
}
