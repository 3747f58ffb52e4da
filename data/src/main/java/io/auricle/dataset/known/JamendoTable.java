package io.auricle.dataset.known;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import io.auricle.text.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of MTG-Jamendo: five columns and then the tags of a track, all divided by tabs, so lines
 * are of different width.
 */
final class JamendoTable {
  /** Between a tag's category and its name. */
  static final String DASHES = "---";

  private static final String HEADER = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS";
  private static final int COLUMNS = 5;

  private JamendoTable() {}

  /**
   * A line.
   *
   * @param line counted from 1
   * @param path below the folder of audio
   * @param tags with their categories: {@code mood/theme---happy}
   */
  record Row(
      long line, TrackId track, String artist, String album, String path, List<String> tags) {
    Row {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Reads a table.
   *
   * @throws DatasetException if the header is another one, or a line lacks columns or tags
   */
  static List<Row> read(Path file) throws DatasetException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader reader = TextFile.open(file, TextFile.MOST_BYTES_LISTED)) {
      String header = reader.readLine();
      if (!HEADER.equals(header)) {
        throw new DatasetException(
            file, 1, "the header must be " + HEADER.replace("\t", ", ") + ", divided by tabs");
      }
      long line = 1;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank()) {
          rows.add(row(file, line, List.of(text.split("\t", -1))));
        }
      }
    } catch (IOException e) {
      throw DatasetException.unreadable(file, e);
    }
    return rows;
  }

  private static Row row(Path file, long line, List<String> cells) throws DatasetException {
    if (cells.size() <= COLUMNS) {
      throw new DatasetException(
          file,
          line,
          "%d cells must be at least %d: five columns and a tag"
              .formatted(cells.size(), COLUMNS + 1));
    }
    if (!TrackId.isValid(cells.get(0))) {
      throw new DatasetException(file, line, "track id \"" + cells.get(0) + "\" is none");
    }
    List<String> tags = cells.subList(COLUMNS, cells.size());
    for (String tag : tags) {
      int dashes = tag.indexOf(DASHES);
      if (dashes < 1 || !Label.isValid(tag.substring(dashes + DASHES.length()))) {
        throw new DatasetException(file, line, "tag \"" + tag + "\" must be as mood/theme---happy");
      }
    }
    return new Row(line, new TrackId(cells.get(0)), cells.get(1), cells.get(2), cells.get(3), tags);
  }
}
