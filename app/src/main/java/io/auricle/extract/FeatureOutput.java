package io.auricle.extract;

import io.auricle.bundle.Version;
import io.auricle.file.FileName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where features go: the form they are written in, and the table that takes their lines. */
public final class FeatureOutput {
  private final TrackFormat format;
  private final Path spillFolder;
  private final @Nullable PrintWriter stream;
  private final @Nullable Path table;
  private final @Nullable Path errors;

  private FeatureOutput(
      TrackFormat format,
      Path spillFolder,
      @Nullable PrintWriter stream,
      @Nullable Path table,
      @Nullable Path errors) {
    this.format = format;
    this.spillFolder = spillFolder;
    this.stream = stream;
    this.table = table;
    this.errors = errors;
  }

  /** A CSV table on a stream. */
  public static FeatureOutput stream(TrackFeatures features, PrintWriter out) {
    Path spills = Path.of(System.getProperty("java.io.tmpdir", "."));
    return new FeatureOutput(new CsvFormat(features.columns()), spills, out, null, null);
  }

  /** A CSV table, {@code NAME.csv}; its errors go to {@code NAME.errors.csv} beside it. */
  public static FeatureOutput csv(TrackFeatures features, Path table) {
    String name = String.valueOf(table.getFileName());
    Path errors = table.resolveSibling(name.substring(0, name.length() - 4) + ".errors.csv");
    return new FeatureOutput(
        new CsvFormat(features.columns()), folderOf(table), null, table, errors);
  }

  /** The array of one file. */
  public static FeatureOutput array(TrackFeatures features, Path array) {
    Path folder = folderOf(array);
    TrackFormat format =
        new ArrayFormat(features, file -> array.toAbsolutePath(), folder.toAbsolutePath());
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return new FeatureOutput(format, folder, nobody, null, null);
  }

  /**
   * An array a file in a tree as the files', {@code index.csv} and {@code errors.csv}.
   *
   * @param base folder that all files are below
   */
  public static FeatureOutput folder(TrackFeatures features, Path folder, Path base)
      throws IOException {
    Files.createDirectories(folder);
    TrackFormat format =
        new ArrayFormat(
            features,
            file -> {
              Path inside = base.relativize(file.toAbsolutePath().normalize());
              return folder.resolve(FileName.inside(inside) + ".npy");
            },
            folder);
    return new FeatureOutput(
        format, folder, null, folder.resolve("index.csv"), folder.resolve("errors.csv"));
  }

  TrackFormat format() {
    return format;
  }

  /** A place for what is too large for memory. */
  Path spillFolder() {
    return spillFolder;
  }

  /**
   * Opens the table.
   *
   * @param resume whether interrupted work goes on if there is some
   */
  Table open(TrackFeatures features, List<Path> files, boolean resume) throws IOException {
    if (stream != null) {
      return new StreamTable(stream, format.header());
    }
    if (table == null || errors == null) {
      throw new IllegalStateException("neither a stream nor a table");
    }
    String work = String.join(", ", Version.program(), features.description(), format.header());
    return resume && TableFile.isInterrupted(table)
        ? TableFile.resume(table, errors, work, format.header(), files, format::isKept)
        : TableFile.begin(table, errors, work, format.header());
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }
}
