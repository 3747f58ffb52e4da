package io.auricle.dataset;

import io.auricle.text.CsvStyle;
import io.auricle.text.FileFault;
import io.auricle.text.TextFile;
import io.auricle.text.TextFileException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file one after another, the header first. */
final class CsvRecords implements Closeable {
  private static final int LONGEST_RECORD = 16_000_000;

  private final Path file;
  private final Limited limited;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final int skippedLines;

  private CsvRecords(Path file, Limited limited, CSVParser parser, int skippedLines) {
    this.file = file;
    this.limited = limited;
    this.parser = parser;
    this.records = parser.iterator();
    this.skippedLines = skippedLines;
  }

  /**
   * Opens a file, UTF-8, its cells divided as its header shows.
   *
   * @param mostBytes how large it may be
   */
  static CsvRecords open(Path file, long mostBytes) throws DatasetException {
    try {
      BufferedReader reader = TextFile.open(file, mostBytes);
      CsvSeparator separator = CsvSeparator.of(reader);
      CSVFormat format =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(separator.character())
              .setIgnoreSurroundingSpaces(true)
              .setTrim(true)
              .get();
      Limited limited = new Limited(file, reader);
      return new CsvRecords(
          file, limited, CSVParser.parse(limited, format), separator.skippedLines());
    } catch (IOException e) {
      throw DatasetException.unreadable(file, e);
    }
  }

  /** The cells of the next record, blanks around them and guards removed; null after the last. */
  @Nullable List<String> next() throws DatasetException {
    limited.count = 0;
    try {
      return records.hasNext() ? CsvStyle.texts(records.next().stream()) : null;
    } catch (UncheckedIOException e) {
      throw fault(FileFault.cause(e));
    }
  }

  /** The line in which the last record ended, counted from 1. */
  long line() {
    return parser.getCurrentLineNumber() + skippedLines;
  }

  private DatasetException fault(IOException e) {
    if (e instanceof TextFileException) {
      return DatasetException.unreadable(file, e);
    }
    String reason = FileFault.of(e);
    if (reason.contains("EOF")) {
      return new DatasetException(
          file, line(), "the table ends inside a cell: a quote is left open");
    }
    return new DatasetException(
        file, line() + 1, "is not CSV: behind the quote that ends a cell a separator must follow");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Ends records that would fill the memory. */
  private static final class Limited extends FilterReader {
    private final Path file;
    private long count;

    Limited(Path file, Reader in) {
      super(in);
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      if (count > LONGEST_RECORD) {
        throw new TextFileException(
            file,
            "a row has more than %d characters; is a quote left open?".formatted(LONGEST_RECORD));
      }
      return read;
    }
  }
}
