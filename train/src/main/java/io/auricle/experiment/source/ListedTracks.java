package io.auricle.experiment.source;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tracks of a collection with labels of one's own: a list with the columns {@code track,label}, and
 * the collection's {@code labels.csv}, whose first column is the track and which has {@code path}
 * and perhaps {@code artist}. Tracks that the list does not name are left out.
 */
final class ListedTracks {
  private ListedTracks() {}

  /**
   * Reads the tracks of a list, in its order.
   *
   * @param root folder of the collection
   * @throws DatasetException if a file is bad, or the collection has no such track
   */
  static List<Track> read(Path list, Path root) throws DatasetException {
    CsvFile collection = CsvFile.read(root.resolve("labels.csv"), List.of("path"));
    boolean hasArtist = collection.columns().contains("artist");
    Map<String, CsvFile.Row> rows = new HashMap<>();
    collection.rows().forEach(row -> rows.put(row.cells().get(0), row));
    CsvFile labels = CsvFile.read(list, List.of("track", "label"));
    List<Track> tracks = new ArrayList<>();
    for (CsvFile.Row label : labels.rows()) {
      String id = labels.cell(label, "track");
      // A track that is named again would be learned from twice.
      CsvFile.Row row = rows.remove(id);
      if (row == null) {
        throw labels.error(
            label,
            "track \"" + id + "\" is not in " + collection.path() + ", or stands here twice");
      }
      tracks.add(
          new Track(
              new TrackId(id),
              root.resolve(collection.cell(row, "path")),
              List.of(new Label(labels.cell(label, "label"))),
              hasArtist ? collection.cell(row, "artist") : null));
    }
    return tracks;
  }
}
