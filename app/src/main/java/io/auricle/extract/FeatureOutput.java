package io.auricle.extract;

import io.auricle.bundle.Version;
import io.auricle.file.FileName;
import io.auricle.text.CsvStyle;
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
  private final @Nullable TablePlace place;
  private final CsvStyle csv;

  private FeatureOutput(
      TrackFormat format,
      Path spillFolder,
      @Nullable PrintWriter stream,
      @Nullable TablePlace place,
      CsvStyle csv) {
    this.format = format;
    this.spillFolder = spillFolder;
    this.stream = stream;
    this.place = place;
    this.csv = csv;
  }

  /** A CSV table on a stream. */
  public static FeatureOutput stream(
      FileFeatures features, PrintWriter out, FeatureTableStyle style) {
    Path spills = Path.of(System.getProperty("java.io.tmpdir", "."));
    return new FeatureOutput(
        new CsvFormat(features.columns(), style), spills, out, null, style.csv());
  }

  /** A CSV table, {@code NAME.csv}; its errors go to {@code NAME.errors.csv} beside it. */
  public static FeatureOutput csv(FileFeatures features, Path table, FeatureTableStyle style) {
    String name = String.valueOf(table.getFileName());
    Path errors = table.resolveSibling(name.substring(0, name.length() - 4) + ".errors.csv");
    return new FeatureOutput(
        new CsvFormat(features.columns(), style),
        folderOf(table),
        null,
        new TablePlace(table, errors),
        style.csv());
  }

  /** The array of one file. */
  public static FeatureOutput array(FileFeatures features, Path array) {
    Path folder = folderOf(array);
    TrackFormat format =
        new ArrayFormat(
            features, file -> array.toAbsolutePath(), folder.toAbsolutePath(), CsvStyle.PLAIN);
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return new FeatureOutput(format, folder, nobody, null, CsvStyle.PLAIN);
  }

  /**
   * An array a file in a tree as the files', {@code index.csv} and {@code errors.csv}.
   *
   * @param base folder that all files are below
   */
  public static FeatureOutput folder(FileFeatures features, Path folder, Path base, CsvStyle csv)
      throws IOException {
    Files.createDirectories(folder);
    TrackFormat format =
        new ArrayFormat(
            features,
            file -> {
              Path inside = base.relativize(file.toAbsolutePath().normalize());
              return folder.resolve(FileName.inside(inside) + ".npy");
            },
            folder,
            csv);
    TablePlace place = new TablePlace(folder.resolve("index.csv"), folder.resolve("errors.csv"));
    return new FeatureOutput(format, folder, null, place, csv);
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
   * @param earlier what is done with what is there
   */
  Table open(FileFeatures features, List<Path> files, Earlier earlier) throws IOException {
    if (stream != null) {
      return new StreamTable(stream, format.header());
    }
    if (place == null) {
      throw new IllegalStateException("neither a stream nor a table");
    }
    String work =
        String.join(", ", Version.program(), features.description(), format.header(), "" + csv);
    TableFile.Form form = new TableFile.Form(work, format.header(), csv);
    return earlier == Earlier.REPLACED
        ? TableFile.begin(place, form, files.size())
        : TableFile.resume(place, form, files, format, earlier == Earlier.KEPT_IF_GOOD);
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }
}
