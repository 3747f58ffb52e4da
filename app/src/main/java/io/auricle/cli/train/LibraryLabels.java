package io.auricle.cli.train;

import io.auricle.file.FileName;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.scan.LibraryScan;
import io.auricle.library.song.Corrections;
import io.auricle.library.song.Folded;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.TagValues;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels of the songs of a library: what their tags say, or what the user said of them. */
final class LibraryLabels {
  /** Where labels come from. */
  enum From {
    tags,
    corrections
  }

  private LibraryLabels() {}

  /**
   * The songs of a query that have exactly one label.
   *
   * @param field name of the tag, or of what was corrected
   */
  static List<LabelledFile> find(Database database, String query, From from, String field)
      throws LibraryException, QueryException {
    SongReader reader = new SongReader(database);
    Set<Path> roots = new HashSet<>(LibraryScan.folders(database));
    Corrections corrections = new Corrections(database);
    Map<String, String> spellings = new HashMap<>();
    List<LabelledFile> files = new ArrayList<>();
    for (Song song : reader.read(Query.read(query, reader.models()))) {
      List<String> labels =
          from == From.tags
              ? TagValues.of(reader.tags(song).getOrDefault(field, ""))
              : corrections.of(song).stream()
                  .filter(said -> said.field().equals(field))
                  .flatMap(said -> said.labels().stream())
                  .toList();
      if (labels.size() == 1) {
        String label = spellings.computeIfAbsent(Folded.of(labels.get(0)), folded -> labels.get(0));
        files.add(file(song, label, roots));
      }
    }
    return files;
  }

  private static LabelledFile file(Song song, String label, Set<Path> roots) {
    Path path = FileName.path(song.path());
    @Nullable Path parent = path.getParent();
    @Nullable String folder =
        parent == null || roots.contains(parent) ? null : FileName.text(parent);
    return new LabelledFile(
        path, label, song.artist(), song.album() == null ? folder : song.album());
  }
}
