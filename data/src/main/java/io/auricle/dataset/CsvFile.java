package io.auricle.dataset;

import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header line, UTF-8, every row of the header's width. Cells are divided by
 * commas, or by semicolons or tabs if the header is.
 *
 * @param path where it was read from
 * @param columns the header, without columns that have no name
 * @param rows in the order of the file
 * @param warnings what a reader of the file has to know
 */
public record CsvFile(Path path, List<String> columns, List<Row> rows, List<String> warnings) {
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
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a file.
   *
   * @param required columns that must be there, in any order, others may be beside them
   * @throws DatasetException if a column is missing or named twice, a row is too short or too long,
   *     or there are more than {@value #MOST_CELLS} cells
   */
  public static CsvFile read(Path path, List<String> required) throws DatasetException {
    Gathered gathered = new Gathered(path);
    List<String> columns = scan(path, TextFile.MOST_BYTES_OF_TABLE, required, gathered);
    return new CsvFile(path, columns, gathered.rows, gathered.warnings);
  }

  /** Receives the rows of a file one by one. */
  public interface RowVisitor {
    void row(List<String> columns, Row row) throws DatasetException;

    /** Before the rows: something that a reader of the file has to know. */
    default void warning(String text) {}
  }

  /** All rows of a file. */
  private static final class Gathered implements RowVisitor {
    private final Path path;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Gathered(Path path) {
      this.path = path;
    }

    @Override
    public void row(List<String> columns, Row row) throws DatasetException {
      if ((rows.size() + 1L) * columns.size() > MOST_CELLS) {
        throw new DatasetException(
            path,
            row.line(),
            "more than %d cells: a table is held in memory, divide it into files"
                .formatted(MOST_CELLS));
      }
      rows.add(row);
    }

    @Override
    public void warning(String text) {
      warnings.add(path + ": " + text);
    }
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
    return scan(path, TextFile.ANY_SIZE, required, visitor);
  }

  private static List<String> scan(
      Path path, long mostBytes, List<String> required, RowVisitor visitor)
      throws DatasetException {
    try (CsvRecords records = CsvRecords.open(path, mostBytes)) {
      List<String> first = records.next();
      if (first == null) {
        throw new DatasetException(path, "the file is empty, a header line is expected");
      }
      CsvHeader header = CsvHeader.of(path, first, required);
      header.warnings().forEach(visitor::warning);
      List<String> columns = List.copyOf(header.columns());
      for (List<String> cells = records.next(); cells != null; cells = records.next()) {
        visitor.row(columns, new Row(records.line(), header.cells(records.line(), cells)));
      }
      return columns;
    } catch (IOException e) {
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
}
