package io.auricle.split;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lists of files in which splits of GTZAN were published: a line a clip, {@code
 * blues/blues.00029.wav}, or {@code ./blues_00029.wav}, a tab and the genre or the number of its
 * artist.
 */
public final class PublishedList {
  private PublishedList() {}

  /**
   * Makes a split of one list for each part.
   *
   * @param lists the files of the parts that there are
   * @throws DatasetException if a line is not a clip, or a clip stands twice, in one or two lists
   */
  public static Split split(String name, Map<Part, Path> lists) throws DatasetException {
    Map<Part, SortedSet<TrackId>> parts = new LinkedHashMap<>();
    Map<TrackId, Path> seen = new LinkedHashMap<>();
    for (Map.Entry<Part, Path> list : lists.entrySet()) {
      Collection<TrackId> ids = read(list.getValue()).keySet();
      for (TrackId id : ids) {
        Path other = seen.put(id, list.getValue());
        if (other != null) {
          throw new DatasetException(list.getValue(), "track " + id + " is also in " + other);
        }
      }
      parts.put(list.getKey(), new TreeSet<>(ids));
    }
    List<String> files =
        lists.values().stream().map(file -> String.valueOf(file.getFileName())).toList();
    return new Split(name, "published lists " + String.join(", ", files), false, parts);
  }

  /**
   * Reads a list: each clip with what stands behind the tab, which is empty if nothing does. The
   * clips keep the order of the list.
   *
   * @throws DatasetException if a line is not a clip or a clip stands twice
   */
  public static Map<TrackId, String> read(Path list) throws DatasetException {
    List<String> lines;
    try {
      lines = TextFile.lines(list, TextFile.MOST_BYTES_LISTED);
    } catch (IOException e) {
      throw DatasetException.unreadable(list, e);
    }
    Map<TrackId, String> clips = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).strip().split("\t", 2);
      if (cells[0].isEmpty()) {
        continue;
      }
      TrackId id = TrackId.ofFileName(cells[0]);
      if (!id.value().matches("[a-z]+\\.\\d{5}")) {
        throw new DatasetException(
            list, i + 1, "\"" + cells[0] + "\" must be a clip such as blues/blues.00029.wav");
      }
      if (clips.put(id, cells.length > 1 ? cells[1].strip() : "") != null) {
        throw new DatasetException(list, i + 1, "track " + id + " stands there twice");
      }
    }
    return clips;
  }
}
