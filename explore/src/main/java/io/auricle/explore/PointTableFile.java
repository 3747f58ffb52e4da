package io.auricle.explore;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.dataset.table.FeatureTableFile;
import io.auricle.label.Label;
import io.auricle.text.CsvNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reads any CSV file of numbers as points: a row a point, a column a dimension, beside them a name
 * ({@code filename}, {@code file_name} or {@code path}) and a label, both of which may be missing;
 * {@code length} is no feature. The file is read row by row, so that a sample can be drawn from one
 * of any length.
 */
public final class PointTableFile {
  private static final String PATH = "path";
  private static final List<String> NAMES = List.of("filename", "file_name", PATH);

  private static final List<String> LABELS = List.of("label", "genre");
  private static final String LENGTH = "length";

  private final Path file;
  private final PointTableOptions options;
  private final SplittableRandom random;
  private final List<Kept> kept = new ArrayList<>();
  private List<String> features = List.of();
  private int[] places = {};
  private int name = -1;
  private int path = -1;
  private int label = -1;
  private long rows;
  private final List<String> warnings = new ArrayList<>();

  /** A row that was read and may stay. */
  private static final class Kept {
    final long line;
    final PointTable.Row row;
    final double[] values;

    Kept(long line, PointTable.Row row, double[] values) {
      this.line = line;
      this.row = row;
      this.values = values;
    }
  }

  private PointTableFile(Path file, PointTableOptions options) {
    this.file = file;
    this.options = options;
    this.random = new SplittableRandom(options.seed());
  }

  /**
   * Reads a file.
   *
   * @throws DatasetException naming file, line and column if a column that is asked for is missing,
   *     a cell is empty or not a finite number, a name stands there twice, or there are too few or
   *     too many rows
   */
  public static PointTable read(Path file, PointTableOptions options) throws DatasetException {
    return new PointTableFile(file, options).read();
  }

  private PointTable read() throws DatasetException {
    List<String> required = new ArrayList<>(options.dropped());
    options.label().ifPresent(required::add);
    CsvFile.scan(
        file,
        required,
        new CsvFile.RowVisitor() {
          @Override
          public void row(List<String> columns, CsvFile.Row row) throws DatasetException {
            add(columns, row);
          }

          @Override
          public void warning(String text) {
            warnings.add(file + ": " + text);
          }
        });
    if (kept.size() < 3) {
      throw new DatasetException(
          file, "%d rows below the header; a picture needs at least 3".formatted(kept.size()));
    }
    requireDifferentNames();
    int width = features.size();
    double[] values = new double[kept.size() * width];
    for (int row = 0; row < kept.size(); row++) {
      System.arraycopy(kept.get(row).values, 0, values, row * width, width);
    }
    return new PointTable(
        String.valueOf(file.getFileName()),
        features,
        kept.stream().map(row -> row.row).toList(),
        Points.wrap(kept.size(), width, values),
        warnings);
  }

  private void add(List<String> columns, CsvFile.Row row) throws DatasetException {
    if (rows == 0) {
      useColumns(columns);
    }
    rows++;
    // Every row is looked at, also those that the sample leaves out: bad data are to be known.
    Kept read = new Kept(row.line(), about(row), numbers(columns, row));
    int limit = options.sample().orElse(PointTableOptions.MAXIMUM_ROWS);
    if (kept.size() < limit) {
      kept.add(read);
    } else if (options.sample().isEmpty()) {
      throw new DatasetException(
          file,
          row.line(),
          "more than %d rows: draw a sample of them with --sample".formatted(limit));
    } else {
      long place = random.nextLong(rows);
      if (place < limit) {
        kept.set((int) place, read);
      }
    }
  }

  private void useColumns(List<String> columns) throws DatasetException {
    name =
        NAMES.stream().filter(columns::contains).mapToInt(columns::indexOf).findFirst().orElse(-1);
    path = columns.indexOf(PATH);
    label =
        options
            .label()
            .map(columns::indexOf)
            .orElseGet(
                () ->
                    LABELS.stream()
                        .filter(columns::contains)
                        .map(columns::indexOf)
                        .findFirst()
                        .orElse(-1));
    List<String> chosen = new ArrayList<>(columns);
    chosen.removeAll(options.dropped());
    chosen.remove(LENGTH);
    chosen.removeAll(NAMES);
    if (label >= 0) {
      chosen.remove(columns.get(label));
    }
    if (chosen.isEmpty()) {
      throw new DatasetException(file, 1, "there is no feature among " + columns);
    }
    features = List.copyOf(chosen);
    places = features.stream().mapToInt(columns::indexOf).toArray();
  }

  private PointTable.Row about(CsvFile.Row row) throws DatasetException {
    String text = name < 0 ? "line " + row.line() : row.cells().get(name);
    if (text.isEmpty()) {
      throw error(row, "the name of the file is empty");
    }
    return new PointTable.Row(whole(row, text), label(row, text));
  }

  /** A name with the folder that the path says, since files of several folders may share names. */
  private String whole(CsvFile.Row row, String text) {
    if (path < 0 || path == name) {
      return text;
    }
    String place = row.cells().get(path);
    return place.substring(0, place.replace('\\', '/').lastIndexOf('/') + 1) + text;
  }

  private @Nullable String label(CsvFile.Row row, String text) {
    if (label >= 0) {
      String word = row.cells().get(label);
      return word.isEmpty() ? null : word;
    }
    return name < 0
        ? null
        : FeatureTableFile.labelOf(TrackId.ofFileName(text)).map(Label::name).orElse(null);
  }

  private double[] numbers(List<String> columns, CsvFile.Row row) throws DatasetException {
    double[] values = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      String cell = row.cells().get(places[i]);
      String column = columns.get(places[i]);
      try {
        values[i] = CsvNumber.parse(column, cell);
      } catch (IllegalArgumentException e) {
        String fault = String.valueOf(e.getMessage());
        boolean word = fault.endsWith(" must be a number");
        throw error(row, fault + (word ? "; --drop " + column + " leaves the column out" : ""));
      }
    }
    return values;
  }

  private DatasetException error(CsvFile.Row row, String reason) {
    return new DatasetException(file, row.line(), reason);
  }

  private void requireDifferentNames() throws DatasetException {
    Map<String, Long> lines = new HashMap<>();
    for (Kept row : kept) {
      Long earlier = lines.put(row.row.name(), row.line);
      if (earlier != null) {
        throw new DatasetException(
            file,
            Math.max(row.line, earlier),
            "%s is already in line %d".formatted(row.row.name(), Math.min(row.line, earlier)));
      }
    }
  }
}
