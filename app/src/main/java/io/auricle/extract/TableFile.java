package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.journal.FileState;
import io.auricle.journal.Journal;
import io.auricle.text.CsvStyle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A table that is there whole or not at all. Until it is, the lines of files lie in {@code
 * NAME.part} in the order in which they were done, and {@code NAME.journal} says whose they are, so
 * that interrupted work can go on. Of the finished table {@code .NAME.files} says the same, so that
 * a longer list of files needs the new ones only. Failures lie in a table of errors, if there are
 * any.
 */
final class TableFile implements Table {
  private final TablePlace place;
  private final Form form;
  private final FileChannel lines;
  private final OutputStream buffered;
  private final FileChannel notes;
  private final @Nullable KnownRows finished;
  private final List<@Nullable Row> rows = new ArrayList<>();

  /**
   * What decides about a table's bytes beside its files.
   *
   * @param work a text that differs where results would
   * @param header its first line
   * @param csv how its table of errors is written
   */
  record Form(String work, String header, CsvStyle csv) {}

  /** The lines of a file, in the part if there is no source. */
  private record Row(Journal.Entry entry, @Nullable KnownRows source) {}

  private TableFile(
      TablePlace place, Form form, @Nullable KnownRows finished, int files, boolean kept)
      throws IOException {
    this.place = place;
    this.form = form;
    this.finished = finished;
    StandardOpenOption rest =
        kept ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    this.lines =
        FileChannel.open(
            place.partial(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, rest);
    this.buffered = new BufferedOutputStream(Channels.newOutputStream(lines), 1 << 16);
    this.notes =
        FileChannel.open(
            place.journal(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, rest);
    for (int i = 0; i < files; i++) {
      rows.add(null);
    }
  }

  /** Begins a table of so many files. */
  static TableFile begin(TablePlace place, Form form, int files) throws IOException {
    return begin(place, form, null, files);
  }

  private static TableFile begin(
      TablePlace place, Form form, @Nullable KnownRows finished, int files) throws IOException {
    TableFile file = new TableFile(place, form, finished, files, false);
    file.buffered.write(bytes(form.header()));
    file.buffered.flush();
    write(file.notes, new Journal.Head(form.work()));
    return file;
  }

  /**
   * Goes on with a table, or begins one with what is known from the finished one before it.
   *
   * @param retry whether what failed is tried again
   * @throws IOException also if the interrupted work is another
   */
  static TableFile resume(
      TablePlace place, Form form, List<Path> files, TrackFormat format, boolean retry)
      throws IOException {
    boolean interrupted = place.isInterrupted();
    if (interrupted && !Journal.work(place.journal()).equals(form.work())) {
      throw new IOException(
          place.partial()
              + " was begun with other options or by another version; give the same options, or"
              + " leave out --resume to begin anew");
    }
    // A kill while a finished table got its name has left its record under another one.
    KnownRows finished =
        KnownRows.of(
            place.table(),
            List.of(place.record(), place.journal(), place.merged().record()),
            form.work());
    boolean goesOn = interrupted && Files.size(place.partial()) >= bytes(form.header()).length;
    TableFile file =
        goesOn
            ? new TableFile(place, form, finished, files.size(), true)
            : begin(place, form, finished, files.size());
    if (goesOn) {
      file.dropCutEnd();
    }
    try (KnownRows part = KnownRows.of(place.partial(), List.of(place.journal()), form.work())) {
      for (int i = 0; i < files.size(); i++) {
        file.rows.set(i, file.known(files.get(i), format, retry, part));
      }
    }
    return file;
  }

  private void dropCutEnd() throws IOException {
    long end = bytes(form.header()).length;
    long noted = Journal.line(new Journal.Head(form.work())).length;
    for (Journal.Entry entry : Journal.entries(place.journal())) {
      end = Math.max(end, entry.end());
      noted += Journal.line(entry).length;
    }
    lines.truncate(end);
    notes.truncate(noted);
  }

  private @Nullable Row known(Path file, TrackFormat format, boolean retry, KnownRows part)
      throws IOException {
    FileState state = FileState.of(file);
    String stamp = format.stamp(file);
    Optional<Journal.Entry> entry = part.find(state, stamp);
    KnownRows source = null;
    if (entry.isEmpty() && finished != null) {
      entry = finished.find(state, stamp);
      source = finished;
    }
    if (entry.isEmpty() || (entry.get().failure() == null ? !format.isKept(file) : retry)) {
      return null;
    }
    return new Row(entry.get(), source);
  }

  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean isDone(int file) {
    return rows.get(file) != null;
  }

  @Override
  public boolean hasFailed(int file) {
    Row row = rows.get(file);
    return row != null && row.entry().failure() != null;
  }

  @Override
  public void append(
      int file, FileState state, String stamp, Spill text, @Nullable DecodeException error)
      throws IOException {
    long start = lines.size();
    CRC32C sum = new CRC32C();
    if (error == null) {
      try (InputStream bytes = new CheckedInputStream(text.read(), sum)) {
        bytes.transferTo(buffered);
      }
      buffered.flush();
    }
    Journal.Failure failure =
        error == null ? null : new Journal.Failure(error.code().name(), error.reason());
    Journal.Entry entry =
        new Journal.Entry(state, stamp, start, lines.size(), sum.getValue(), failure);
    write(notes, entry);
    rows.set(file, new Row(entry, null));
  }

  private static void write(FileChannel notes, Object entry) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Journal.line(entry));
    while (bytes.hasRemaining()) {
      notes.write(bytes);
    }
  }

  /** Gives the table its name. */
  @Override
  public void finish() throws IOException {
    boolean ordered = isOrdered();
    lines.close();
    notes.close();
    if (ordered) {
      writeErrors();
      rename(place.partial(), place.table());
      rename(place.journal(), place.record());
    } else {
      TablePlace merged = place.merged();
      merge(merged);
      writeErrors();
      rename(merged.table(), place.table());
      rename(merged.record(), place.record());
      Files.delete(place.partial());
      Files.delete(place.journal());
    }
    Files.deleteIfExists(place.merged().table());
    Files.deleteIfExists(place.merged().record());
  }

  private static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether the part is the table already: the lines of all files in their order, no others. */
  private boolean isOrdered() throws IOException {
    long end = bytes(form.header()).length;
    long noted = Journal.line(new Journal.Head(form.work())).length;
    for (Row row : rows) {
      if (row == null || row.source() != null || row.entry().start() != end) {
        return false;
      }
      end = row.entry().end();
      noted += Journal.line(row.entry()).length;
    }
    return end == lines.size() && noted == notes.size();
  }

  private void merge(TablePlace merged) throws IOException {
    try (KnownRows part = KnownRows.of(place.partial(), List.of(), form.work());
        FileChannel target = create(merged.table());
        FileChannel record = create(merged.record());
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(target), 1 << 16)) {
      out.write(bytes(form.header()));
      write(record, new Journal.Head(form.work()));
      long end = bytes(form.header()).length;
      for (Row row : rows) {
        Journal.Entry entry = done(row).entry();
        KnownRows source = done(row).source();
        (source == null ? part : source).copy(entry, out);
        long start = end;
        end += entry.end() - entry.start();
        write(record, entry.at(start, end));
      }
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static Row done(@Nullable Row row) {
    if (row == null) {
      throw new IllegalStateException("a file is not done");
    }
    return row;
  }

  private void writeErrors() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      Journal.Failure failure = done(row).entry().failure();
      if (failure != null) {
        String path = done(row).entry().file().path();
        text.append(form.csv().line(path, failure.code(), failure.message())).append('\n');
      }
    }
    if (text.isEmpty()) {
      // One of an earlier run would be taken for this one's.
      Files.deleteIfExists(place.errors());
    } else {
      String header = form.csv().header(List.of("path", "code", "message"));
      Files.writeString(place.errors(), header + "\n" + text);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
    notes.close();
    if (finished != null) {
      finished.close();
    }
  }
}
