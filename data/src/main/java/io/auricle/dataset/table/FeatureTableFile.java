package io.auricle.dataset.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import io.auricle.text.CsvNumber;
import io.auricle.text.CsvStyle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Feature tables as CSV in the layout of the published {@code features_30_sec.csv}: {@code
 * filename,length,<features>,label}. Columns are found by name, so their order is free when
 * reading; {@code filename} may be called {@code file_name}, {@code length} and {@code label} may
 * be absent; {@code path}, which tells files of one name apart, is passed over. A label that is
 * absent is taken from a file name such as {@code blues.00000.wav}.
 */
public final class FeatureTableFile {
  private static final List<String> FILE_NAME = List.of("filename", "file_name");
  private static final String PATH = "path";
  private static final String LENGTH = "length";
  private static final String LABEL = "label";

  private FeatureTableFile() {}

  /** Reads all features that the file has, in its order. */
  public static FeatureTable read(Path file) throws DatasetException {
    CsvFile csv = CsvFile.read(file, List.of());
    return read(csv, features(csv), nameColumn(csv));
  }

  /** As {@link #read(Path)}, also if no column names the files, as {@link #readUntracked}. */
  public static FeatureTable readUntracked(Path file) throws DatasetException {
    CsvFile csv = CsvFile.read(file, List.of());
    return read(csv, features(csv), isNamed(csv) ? nameColumn(csv) : null);
  }

  private static boolean isNamed(CsvFile csv) {
    return FILE_NAME.stream().anyMatch(csv.columns()::contains);
  }

  private static List<String> features(CsvFile csv) {
    List<String> features = new ArrayList<>(csv.columns());
    features.removeAll(FILE_NAME);
    features.removeAll(List.of(PATH, LENGTH, LABEL));
    return features;
  }

  /**
   * Reads the features that are asked for, in the order asked for.
   *
   * @throws DatasetException naming file, line and column if a feature is missing, a cell is empty
   *     or not a finite number, or a piece stands there twice
   */
  public static FeatureTable read(Path file, List<String> features) throws DatasetException {
    CsvFile csv = CsvFile.read(file, features);
    return read(csv, features, nameColumn(csv));
  }

  /**
   * As {@link #read(Path, List)}, also if no column names the files: then each row counts as a
   * recording of its own, {@code row 00002} in line 2. Several may be of one song, so these are for
   * splits that are marked as leaky and for nothing else.
   */
  public static FeatureTable readUntracked(Path file, List<String> features)
      throws DatasetException {
    CsvFile csv = CsvFile.read(file, features);
    return read(csv, features, isNamed(csv) ? nameColumn(csv) : null);
  }

  private static String nameColumn(CsvFile csv) throws DatasetException {
    return FILE_NAME.stream()
        .filter(csv.columns()::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new DatasetException(
                    csv.path(),
                    1,
                    ("missing column: one of %s; without it the rows can be divided by a leaky"
                            + " random split alone")
                        .formatted(String.join(", ", FILE_NAME))));
  }

  private static FeatureTable read(CsvFile csv, List<String> features, @Nullable String nameColumn)
      throws DatasetException {
    if (features.isEmpty()) {
      throw new DatasetException(csv.path(), 1, "there is no feature among " + csv.columns());
    }
    int[] places = features.stream().mapToInt(csv::index).toArray();
    FeatureTable.Builder table = FeatureTable.builder(features).warn(csv.warnings());
    Map<String, Long> lines = new HashMap<>();
    for (CsvFile.Row row : csv.rows()) {
      PieceKey key = key(csv, row, nameColumn);
      Long earlier = lines.put(key.track() + " " + key.piece(), row.line());
      if (earlier != null) {
        throw csv.error(row, "%s is already in line %d".formatted(key.fileName(), earlier));
      }
      double[] values = new double[places.length];
      for (int f = 0; f < values.length; f++) {
        values[f] = number(csv, row, places[f]);
      }
      table.add(key, values);
    }
    return table.build();
  }

  /**
   * Writes a table; what was there is replaced. Numbers are written so that reading gives the same
   * bits.
   */
  public static void write(FeatureTable table, Path file) throws DatasetException {
    try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
      List<Object> cells = new ArrayList<>(List.of(FILE_NAME.get(0), LENGTH));
      cells.addAll(table.columns());
      cells.add(LABEL);
      writeRow(writer, cells);
      for (int r = 0; r < table.rows().size(); r++) {
        PieceKey key = table.rows().get(r);
        cells = new ArrayList<>(List.of(key.fileName(), key.lengthSamples()));
        for (double value : table.row(r)) {
          cells.add(value);
        }
        Label label = key.label();
        cells.add(label == null ? "" : label.name());
        writeRow(writer, cells);
      }
    } catch (IOException e) {
      throw DatasetException.unreadable(file, e);
    }
  }

  private static void writeRow(Writer writer, List<Object> cells) throws IOException {
    writer.write(CsvStyle.PLAIN.line(cells) + "\n");
  }

  private static PieceKey key(CsvFile csv, CsvFile.Row row, @Nullable String nameColumn)
      throws DatasetException {
    String name = nameColumn == null ? "row %05d".formatted(row.line()) : csv.cell(row, nameColumn);
    if (name.isEmpty()) {
      throw csv.error(row, nameColumn + " is empty");
    }
    long length = csv.columns().contains(LENGTH) ? (long) number(csv, row, csv.index(LENGTH)) : 0;
    try {
      return PieceKey.of(name, length, label(csv, row, TrackId.ofFileName(name)));
    } catch (IllegalArgumentException e) {
      throw csv.error(row, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Label label(CsvFile csv, CsvFile.Row row, TrackId id) {
    if (csv.columns().contains(LABEL)) {
      String label = csv.cell(row, LABEL);
      return label.isEmpty() ? null : new Label(label);
    }
    return labelOf(id).orElse(null);
  }

  /** The label that an id such as {@code blues.00000} begins with. */
  public static Optional<Label> labelOf(TrackId id) {
    return Optional.of(id.value())
        .filter(value -> value.matches("[a-z]+\\.\\d{5}.*"))
        .map(value -> new Label(value.substring(0, value.indexOf('.'))));
  }

  private static double number(CsvFile csv, CsvFile.Row row, int column) throws DatasetException {
    try {
      return CsvNumber.parse(csv.columns().get(column), row.cells().get(column));
    } catch (IllegalArgumentException e) {
      throw csv.error(row, String.valueOf(e.getMessage()));
    }
  }
}
