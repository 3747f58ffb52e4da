package io.auricle.cli;

import io.auricle.dataset.AudioExtension;
import io.auricle.feature.FeatureMatrix;
import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A feature table in the layout of the published GTZAN tables: {@code filename,length,<columns>,
 * label}. The length is in samples; a piece of {@code blues.00000.wav} is named {@code
 * blues.00000.0.wav}; the label is the parent folder's name where that is a known genre.
 */
final class FeatureCsv {
  private final CSVPrinter csv;

  /**
   * The features of a file or of a piece of it.
   *
   * @param piece index of the piece, or -1 for the whole file
   * @param length in samples
   */
  record Row(Path file, int piece, int length, FeatureMatrix features) {}

  FeatureCsv(PrintWriter out, List<String> columns) throws IOException {
    csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
    List<String> header = new ArrayList<>(List.of("filename", "length"));
    header.addAll(columns);
    header.add("label");
    csv.printRecord(header);
  }

  void write(Row row) {
    try {
      for (int f = 0; f < row.features().frameCount(); f++) {
        List<Object> cells = new ArrayList<>(row.features().columnCount() + 3);
        cells.add(name(row));
        cells.add(row.length());
        for (int c = 0; c < row.features().columnCount(); c++) {
          cells.add(row.features().at(f, c));
        }
        cells.add(label(row.file()));
        csv.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Row row) {
    String name = String.valueOf(row.file().getFileName());
    if (row.piece() < 0) {
      return name;
    }
    String extension = AudioExtension.of(row.file());
    String stem = name.substring(0, name.length() - extension.length() - 1);
    return stem + "." + row.piece() + "." + extension;
  }

  private static String label(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null
        ? ""
        : Taxonomy.GENRE.find(folder.getFileName().toString()).map(Label::name).orElse("");
  }
}
