package io.auricle.dataset.known;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.text.FileFault;
import io.auricle.text.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The table tracks.csv of FMA. It has three header lines: what a column is about (album, artist,
 * set, track), its name, and {@code track_id} over the first.
 *
 * @param file where it was read from
 * @param rows in the order of the file
 */
record FmaTable(Path file, List<Row> rows) {
  static final String TRACKS = "tracks.csv";
  private static final String GENRES = "genres.csv";
  private static final int HEADERS = 3;
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern LIST = Pattern.compile("\\[[\\d, ]*]");

  /**
   * A track.
   *
   * @param line where it ends in the file, counted from 1
   * @param part training, validation or test
   * @param subset the smallest that it is in: small, medium or large
   * @param topGenre empty if it has none or several
   * @param genres by their titles, with all that stand above them
   */
  record Row(
      long line,
      TrackId track,
      String artist,
      String album,
      String part,
      String subset,
      String topGenre,
      List<String> genres) {
    Row {
      genres = List.copyOf(genres);
    }

    /** Where its audio is below the folder of a subset. */
    String path() {
      return track.value().substring(0, 3) + "/" + track + ".mp3";
    }
  }

  FmaTable {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the table of a folder.
   *
   * @param genres whether all genres are wanted, for which genres.csv must be there, too
   */
  static FmaTable in(Path folder, boolean genres) throws DatasetException {
    Map<String, String> titles = new HashMap<>();
    if (genres) {
      CsvFile csv = CsvFile.read(folder.resolve(GENRES), List.of("genre_id", "title"));
      csv.rows().forEach(row -> titles.put(csv.cell(row, "genre_id"), csv.cell(row, "title")));
    }
    Path file = folder.resolve(TRACKS);
    try (BufferedReader reader = TextFile.open(file, TextFile.MOST_BYTES_OF_TABLE);
        CSVParser parser = CSVParser.parse(reader, CSVFormat.DEFAULT)) {
      List<CSVRecord> header = new ArrayList<>();
      Columns columns = null;
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (columns == null) {
          header.add(record);
          columns = header.size() < HEADERS ? null : Columns.of(file, header);
        } else {
          rows.add(columns.row(file, parser.getCurrentLineNumber(), record, genres, titles));
        }
      }
      return new FmaTable(file, rows);
    } catch (UncheckedIOException e) {
      throw DatasetException.unreadable(file, FileFault.cause(e));
    } catch (IOException e) {
      throw DatasetException.unreadable(file, e);
    }
  }

  /** Where the columns are that are needed. */
  private record Columns(
      int artist, int album, int part, int subset, int topGenre, int allGenres, int width) {
    static Columns of(Path file, List<CSVRecord> header) throws DatasetException {
      return new Columns(
          find(file, header, "artist", "id"),
          find(file, header, "album", "id"),
          find(file, header, "set", "split"),
          find(file, header, "set", "subset"),
          find(file, header, "track", "genre_top"),
          find(file, header, "track", "genres_all"),
          header.get(0).size());
    }

    private static int find(Path file, List<CSVRecord> header, String about, String name)
        throws DatasetException {
      CSVRecord first = header.get(0);
      CSVRecord second = header.get(1);
      for (int c = 0; c < Math.min(first.size(), second.size()); c++) {
        if (first.get(c).equals(about) && second.get(c).equals(name)) {
          return c;
        }
      }
      throw new DatasetException(
          file, 2, "no column %s below %s; is it the tracks.csv of FMA?".formatted(name, about));
    }

    Row row(Path file, long line, CSVRecord cells, boolean genres, Map<String, String> titles)
        throws DatasetException {
      if (cells.size() != width) {
        throw new DatasetException(
            file, line, "%d cells must be %d as in the header".formatted(cells.size(), width));
      }
      String id = cells.get(0);
      if (!id.matches("\\d{1,6}")) {
        throw new DatasetException(file, line, "track_id=" + id + " must be a number");
      }
      return new Row(
          line,
          new TrackId("%06d".formatted(Integer.parseInt(id))),
          cells.get(artist),
          cells.get(album),
          cells.get(part),
          cells.get(subset),
          cells.get(topGenre).strip(),
          genres ? titles(file, line, cells.get(allGenres), titles) : List.of());
    }

    private static List<String> titles(
        Path file, long line, String list, Map<String, String> titles) throws DatasetException {
      if (!LIST.matcher(list).matches()) {
        throw new DatasetException(file, line, "genres_all=" + list + " must be as [21, 76]");
      }
      List<String> found = new ArrayList<>();
      for (String id : COMMA.split(list.substring(1, list.length() - 1).strip(), -1)) {
        String title = titles.get(id);
        if (title != null) {
          found.add(title);
        } else if (!id.isEmpty()) {
          throw new DatasetException(file, line, "genre " + id + " is not in " + GENRES);
        }
      }
      return found;
    }
  }
}
