package io.auricle.cli.classify;

import io.auricle.audio.DecodeException;
import io.auricle.bundle.Version;
import io.auricle.classify.Classification;
import io.auricle.classify.ModelView;
import io.auricle.cli.output.ResultFile;
import io.auricle.journal.FileState;
import io.auricle.journal.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes what came of files, row by row, to stdout or into a file that later calls go on with. */
final class ClassificationRows implements Closeable {
  private final @Nullable ClassificationWriter writer;
  private final StringWriter buffer;
  private final @Nullable ResultFile file;
  private final @Nullable ParquetRows parquet;

  /**
   * A file for rows.
   *
   * @param work differs where rows would
   */
  record Target(Path file, String work, boolean resume, boolean retry) {}

  private ClassificationRows(
      @Nullable ClassificationWriter writer,
      StringWriter buffer,
      @Nullable ResultFile file,
      @Nullable ParquetRows parquet) {
    this.writer = writer;
    this.buffer = buffer;
    this.file = file;
    this.parquet = parquet;
  }

  /** Rows in a Parquet table, which appears when all have come. */
  static ClassificationRows parquet(Path file, List<ModelView> models) throws IOException {
    return new ClassificationRows(null, new StringWriter(), null, new ParquetRows(file, models));
  }

  /** Rows that are gone when they are written. */
  static ClassificationRows stream(ClassificationWriter writer, List<String> names) {
    writer.begin(names);
    return new ClassificationRows(writer, new StringWriter(), null, null);
  }

  /** Rows in a file. */
  static ClassificationRows file(
      Function<PrintWriter, ClassificationWriter> format, Target target, List<String> names)
      throws IOException {
    StringWriter buffer = new StringWriter();
    ClassificationWriter writer = format.apply(new PrintWriter(buffer));
    writer.begin(names);
    byte[] header = taken(buffer);
    String work =
        String.join(
            ", ", Version.program(), target.work(), new String(header, StandardCharsets.UTF_8));
    ResultFile file =
        target.resume()
            ? ResultFile.resume(target.file(), work, header, target.retry())
            : ResultFile.begin(target.file(), work, header);
    return new ClassificationRows(writer, buffer, file, null);
  }

  /** Whether the rows of a file are there from before. */
  boolean isDone(FileState state) {
    return file != null && file.isDone(state);
  }

  /** Whether they say that it failed. */
  boolean hasFailed(FileState state) {
    return file != null && file.hasFailed(state);
  }

  boolean writesErrors() {
    return writer == null || writer.writesErrors();
  }

  /**
   * Writes what came of a file.
   *
   * @param state of the file before it was read
   * @param results of each model
   */
  void write(FileState state, List<Classification> results) throws IOException {
    if (parquet != null) {
      parquet.write(state, results);
    }
    if (writer != null) {
      writer.write(results);
    }
    if (file != null) {
      DecodeException error =
          results.stream()
              .map(Classification::error)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      file.append(
          state,
          taken(buffer),
          error == null ? null : new Journal.Failure(error.code().name(), error.reason()));
    }
  }

  /** All have come. */
  void finish(List<String> names) throws IOException {
    if (file != null) {
      file.finish(names);
    }
    if (parquet != null) {
      parquet.finish();
    }
  }

  private static byte[] taken(StringWriter buffer) {
    byte[] text = buffer.toString().getBytes(StandardCharsets.UTF_8);
    buffer.getBuffer().setLength(0);
    return text;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (parquet != null) {
      parquet.close();
    }
  }
}
