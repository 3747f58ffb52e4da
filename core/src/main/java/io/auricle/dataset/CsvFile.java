package io.auricle.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header line, UTF-8, every row of the header's width.
 *
 * @param path where it was read from
 * @param columns the header
 * @param rows in the order of the file
 */
public record CsvFile(Path path, List<String> columns, List<Row> rows) {
  /** A table of so many cells takes about 1 GB while it is read. */
  static final int MOST_CELLS = 20_000_000;

  /**
   * A row.
   *
   * @param line where it ends in the file, counted from 1
   * @param cells as many as columns, blanks around them removed
   */
  public record Row(long line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public CsvFile {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @param required columns that must be there, in any order, others may be beside them
   * @throws DatasetException if a column is missing, named twice or unnamed, a row is too short or
   *     too long, or there are more than {@value #MOST_CELLS} cells
   */
  public static CsvFile read(Path path, List<String> required) throws DatasetException {
    List<Row> rows = new ArrayList<>();
    List<String> columns =
        scan(
            path,
            required,
            (header, row) -> {
              if ((rows.size() + 1L) * header.size() > MOST_CELLS) {
                throw new DatasetException(
                    path,
                    row.line(),
                    "more than %d cells: a table is held in memory, divide it into files"
                        .formatted(MOST_CELLS));
              }
              rows.add(row);
            });
    return new CsvFile(path, columns, rows);
  }

  /** Receives the rows of a file one by one. */
  public interface RowVisitor {
    void row(List<String> columns, Row row) throws DatasetException;
  }

  /**
   * Reads a file of any length without keeping it.
   *
   * @param required columns that must be there
   * @return the header
   * @throws DatasetException as {@link #read}, and what the visitor throws
   */
  public static List<String> scan(Path path, List<String> required, RowVisitor visitor)
      throws DatasetException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setTrim(true).get();
    try (BufferedReader reader = Files.newBufferedReader(path, UTF_8);
        CSVParser parser = CSVParser.parse(reader, format)) {
      List<String> columns = List.of();
      for (CSVRecord record : parser) {
        if (columns.isEmpty()) {
          columns = header(path, record, required);
        } else {
          visitor.row(columns, row(path, parser.getCurrentLineNumber(), record, columns.size()));
        }
      }
      if (columns.isEmpty()) {
        throw new DatasetException(path, "the file is empty, a header line is expected");
      }
      return columns;
    } catch (IOException | UncheckedIOException e) {
      throw DatasetException.unreadable(path, e);
    }
  }

  /** The place of a column that is there. */
  public int index(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("column=" + column + " must be one of " + columns);
    }
    return index;
  }

  /** The cell of a row in a column that is there. */
  public String cell(Row row, String column) {
    return row.cells().get(index(column));
  }

  /** The cell of a row in a column that need not be there; null if it is not. */
  public @Nullable String optional(Row row, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? null : row.cells().get(index);
  }

  /** The exception that says what is wrong with a row. */
  public DatasetException error(Row row, String reason) {
    return new DatasetException(path, row.line(), reason);
  }

  private static List<String> header(Path path, CSVRecord record, List<String> required)
      throws DatasetException {
    // Spreadsheets mark UTF-8 with an invisible character before the first name.
    List<String> columns = record.stream().map(c -> c.replace("\ufeff", "").strip()).toList();
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).isEmpty()) {
        throw new DatasetException(path, 1, "column %d has no name".formatted(c + 1));
      }
      if (!seen.add(columns.get(c))) {
        throw new DatasetException(path, 1, "column " + columns.get(c) + " stands there twice");
      }
    }
    List<String> missing = required.stream().filter(c -> !columns.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw new DatasetException(
          path, 1, "missing columns: " + String.join(", ", missing) + "; there are " + columns);
    }
    return columns;
  }

  private static Row row(Path path, long line, CSVRecord record, int width)
      throws DatasetException {
    if (record.size() != width) {
      throw new DatasetException(
          path, line, "%d cells must be %d as in the header".formatted(record.size(), width));
    }
    try (Stream<String> cells = record.stream()) {
      return new Row(line, cells.toList());
    }
  }
}
