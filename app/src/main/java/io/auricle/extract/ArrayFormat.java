package io.auricle.extract;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.table.NpyType;
import io.auricle.dataset.table.NpyWriter;
import io.auricle.feature.FeatureMatrix;
import io.auricle.file.FileName;
import io.auricle.text.CsvStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .npy} array a file, of 32-bit floats, and a table of them: {@code
 * path,array,shape,sample_rate_hz,length,label,set,options}. Arrays are {@code [rows][columns]};
 * pieces of sets with a row a frame are {@code [pieces][frames][columns]}.
 */
final class ArrayFormat implements TrackFormat {
  private final FileFeatures features;
  private final boolean nested;
  private final Function<Path, Path> place;
  private final Path folder;
  private final CsvStyle csv;

  /**
   * @param place where the array of a file is written
   * @param folder that the table's paths of arrays are relative to
   */
  ArrayFormat(FileFeatures features, Function<Path, Path> place, Path folder, CsvStyle csv) {
    this.features = features;
    this.nested = features.inPieces() && features.isPerFrame();
    this.place = place;
    this.folder = folder;
    this.csv = csv;
  }

  @Override
  public String header() {
    return csv.header(
        List.of("path", "array", "shape", "sample_rate_hz", "length", "label", "set", "options"));
  }

  @Override
  public String stamp(Path file) {
    return relative(place.apply(file)) + " " + TrackLabel.of(file);
  }

  private String relative(Path array) {
    return folder.relativize(array).toString().replace('\\', '/');
  }

  @Override
  public boolean isKept(Path file) {
    return Files.isRegularFile(place.apply(file));
  }

  @Override
  public TrackRows open(Path file, Spill lines) throws IOException {
    Path array = place.apply(file);
    Path parent = array.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return new Rows(file, array, lines);
  }

  private final class Rows implements TrackRows {
    private final Path file;
    private final Path array;
    private final Path partial;
    private final Spill lines;
    private long length;
    private int lastPiece = WHOLE;
    private @Nullable NpyWriter writer;

    Rows(Path file, Path array, Spill lines) {
      this.file = file;
      this.array = array;
      this.partial = array.resolveSibling("." + array.getFileName() + ".part");
      this.lines = lines;
    }

    @Override
    public void add(int piece, long pieceLength, FeatureMatrix rows) throws IOException {
      if (piece == WHOLE || piece != lastPiece) {
        length = piece == WHOLE ? pieceLength : length + pieceLength;
        lastPiece = piece;
      }
      try {
        if (writer == null) {
          long columns = rows.columnCount();
          writer =
              NpyWriter.growing(
                  partial,
                  NpyType.FLOAT32,
                  nested ? List.of((long) rows.frameCount(), columns) : List.of(columns));
        }
        writer.write(rows.toArray());
      } catch (DatasetException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void finish() throws IOException {
      if (writer == null) {
        throw new IllegalStateException(file + ": no rows came");
      }
      try {
        writer.close();
      } catch (DatasetException e) {
        throw new IOException(e.getMessage(), e);
      }
      Files.move(partial, array, StandardCopyOption.REPLACE_EXISTING);
      String shape = writer.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
      String line =
          csv.line(
              FileName.text(file),
              relative(array),
              shape,
              features.options().sampleRateHz(),
              length,
              TrackLabel.of(file),
              features.options().set(),
              OptionsHash.of(features.description()));
      lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      try {
        if (writer != null) {
          writer.abandon();
        }
      } catch (DatasetException e) {
        throw new IOException(e.getMessage(), e);
      }
      Files.deleteIfExists(partial);
    }
  }
}
