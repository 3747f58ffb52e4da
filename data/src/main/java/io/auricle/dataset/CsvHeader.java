package io.auricle.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a CSV file that have names. pandas writes the numbers of rows as a first column
 * without one, and calls it {@code Unnamed: 0} when it has read and writes it again; spreadsheets
 * leave empty columns at the end. Such columns are left out.
 */
final class CsvHeader {
  private static final Pattern UNNAMED = Pattern.compile("|Unnamed: \\d+(\\.\\d+)*");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("|-?\\d+");

  private final Path file;
  private final int width;
  private final List<Integer> places = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private final List<Integer> indexes = new ArrayList<>();
  private final List<Integer> blanks = new ArrayList<>();

  private CsvHeader(Path file, int width) {
    this.file = file;
    this.width = width;
  }

  /**
   * Looks at a header line.
   *
   * @param required columns that must be there
   * @throws DatasetException if one is missing or any stands there twice
   */
  static CsvHeader of(Path file, List<String> cells, List<String> required)
      throws DatasetException {
    CsvHeader header = new CsvHeader(file, cells.size());
    for (int c = 0; c < cells.size(); c++) {
      if (!UNNAMED.matcher(cells.get(c)).matches()) {
        header.places.add(c);
        header.columns.add(cells.get(c));
      } else if (header.places.isEmpty()) {
        header.indexes.add(c);
      } else {
        header.blanks.add(c);
      }
    }
    Set<String> seen = new HashSet<>();
    for (String column : header.columns) {
      if (!seen.add(column)) {
        throw new DatasetException(file, 1, "column " + column + " stands there twice");
      }
    }
    List<String> missing = required.stream().filter(c -> !header.columns.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw new DatasetException(
          file,
          1,
          "missing columns: " + String.join(", ", missing) + "; there are " + header.columns);
    }
    return header;
  }

  /** The names, in the order of the file. */
  List<String> columns() {
    return columns;
  }

  /** What a reader has to know of the columns left out. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!indexes.isEmpty()) {
      warnings.add(
          indexes.size() == 1
              ? "the first column has no name and is left out, as an index"
              : "the first %d columns have no names and are left out, as indexes"
                  .formatted(indexes.size()));
    }
    return warnings;
  }

  /**
   * The cells of the named columns.
   *
   * @throws DatasetException if there are too few or too many, or one without a name holds more
   *     than the number of a row
   */
  List<String> cells(long line, List<String> cells) throws DatasetException {
    if (cells.size() != width) {
      boolean index = cells.size() == width + 1 && WHOLE_NUMBER.matcher(cells.get(0)).matches();
      throw new DatasetException(
          file,
          line,
          "%d cells must be %d as in the header%s"
              .formatted(
                  cells.size(),
                  width,
                  index ? "; if the first is an index, begin the header with a comma" : ""));
    }
    for (int place : indexes) {
      if (!WHOLE_NUMBER.matcher(cells.get(place)).matches()) {
        throw unnamed(line, place, cells.get(place));
      }
    }
    for (int place : blanks) {
      if (!cells.get(place).isEmpty()) {
        throw unnamed(line, place, cells.get(place));
      }
    }
    return places.size() == width ? cells : places.stream().map(cells::get).toList();
  }

  private DatasetException unnamed(long line, int place, String cell) {
    return new DatasetException(
        file,
        line,
        "column %d has no name in the header and holds \"%s\"; give it one"
            .formatted(place + 1, cell));
  }
}
