package io.auricle.extract;

import io.auricle.feature.FeatureMatrix;
import io.auricle.file.AudioExtension;
import io.auricle.file.FileName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A feature table in the layout of the published GTZAN tables: {@code filename,length,<columns>,
 * label}. The length is in samples; a piece of {@code blues.00000.wav} is named {@code
 * blues.00000.0.wav}; the label is the parent folder's name where that is a known genre.
 */
final class CsvFormat implements TrackFormat {
  private final List<String> columns;

  CsvFormat(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  @Override
  public String header() {
    List<String> header = new ArrayList<>(List.of("filename", "length"));
    header.addAll(columns);
    header.add("label");
    return line(header.toArray());
  }

  @Override
  public TrackRows open(Path file, Spill lines) {
    return new Rows(file, lines);
  }

  /** Cells as a line, without its end. */
  static String line(Object... cells) {
    return CSVFormat.RFC4180.format(cells);
  }

  private static final class Rows implements TrackRows {
    private final Path file;
    private final Spill lines;
    private final String label;
    private final StringBuilder text = new StringBuilder();

    Rows(Path file, Spill lines) {
      this.file = file;
      this.lines = lines;
      // Alone in a line, an empty cell would be quoted.
      String genre = TrackLabel.of(file);
      this.label = genre.isEmpty() ? "" : line(genre);
    }

    @Override
    public void add(int piece, long length, FeatureMatrix rows) throws IOException {
      String start = line(name(piece), length);
      for (int f = 0; f < rows.frameCount(); f++) {
        text.append(start);
        for (int c = 0; c < rows.columnCount(); c++) {
          text.append(',').append(rows.at(f, c));
        }
        text.append(',').append(label).append('\n');
        if (text.length() > 1 << 16) {
          flush();
        }
      }
      flush();
    }

    private String name(int piece) {
      String name = file.getFileName() == null ? "" : FileName.inside(file.getFileName());
      if (piece == WHOLE) {
        return name;
      }
      String extension = AudioExtension.of(file);
      String stem = name.substring(0, Math.max(0, name.length() - extension.length() - 1));
      return stem + "." + piece + "." + extension;
    }

    private void flush() throws IOException {
      lines.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
