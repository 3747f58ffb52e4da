package io.auricle.extract;

import io.auricle.feature.FeatureMatrix;
import io.auricle.file.AudioExtension;
import io.auricle.file.FileName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A feature table in the layout of the published GTZAN tables: {@code filename,length,<columns>,
 * label}, behind {@code path} if that is asked for. The length is in samples; a piece of {@code
 * blues.00000.wav} is named {@code blues.00000.0.wav}; the label is the parent folder's name where
 * that is a known genre.
 */
final class CsvFormat implements TrackFormat {
  private final List<String> columns;
  private final FeatureTableStyle style;

  CsvFormat(List<String> columns, FeatureTableStyle style) {
    this.columns = List.copyOf(columns);
    this.style = style;
  }

  @Override
  public String header() {
    List<String> header = new ArrayList<>(style.paths() ? List.of("path") : List.of());
    header.addAll(List.of("filename", "length"));
    header.addAll(columns);
    header.add("label");
    return style.csv().header(header);
  }

  @Override
  public String stamp(Path file) {
    return TrackLabel.of(file);
  }

  @Override
  public TrackRows open(Path file, Spill lines) {
    return new Rows(file, lines);
  }

  private final class Rows implements TrackRows {
    private final Path file;
    private final Spill lines;
    private final String label;
    private final StringBuilder text = new StringBuilder();

    Rows(Path file, Spill lines) {
      this.file = file;
      this.lines = lines;
      // Alone in a line, an empty cell would be quoted.
      String genre = TrackLabel.of(file);
      this.label = genre.isEmpty() ? "" : style.csv().line(genre);
    }

    @Override
    public void add(int piece, long length, FeatureMatrix rows) throws IOException {
      String start =
          style.paths()
              ? style.csv().line(FileName.text(file), name(piece), length)
              : style.csv().line(name(piece), length);
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
