package io.auricle.extract;

import io.auricle.audio.DecodeException;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table that is there whole or not at all. Until it is, its lines lie in {@code NAME.part} and
 * what they are of in {@code NAME.journal}, so that interrupted work can go on; in the end these
 * two are gone and the failures lie in a table of errors, if there are any.
 */
final class TableFile implements Table {
  private final Path table;
  private final Path errors;
  private final Path partial;
  private final Path journal;
  private final List<Journal.Entry> done = new ArrayList<>();
  private final FileChannel lines;
  private final OutputStream buffered;
  private final FileChannel notes;

  private TableFile(Path table, Path errors, boolean resumed) throws IOException {
    this.table = table;
    this.errors = errors;
    this.partial = partial(table);
    this.journal = journal(table);
    StandardOpenOption rest =
        resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    this.lines =
        FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, rest);
    this.buffered = new BufferedOutputStream(Channels.newOutputStream(lines), 1 << 16);
    this.notes =
        FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE, rest);
  }

  private static Path partial(Path table) {
    return table.resolveSibling(table.getFileName() + ".part");
  }

  private static Path journal(Path table) {
    return table.resolveSibling(table.getFileName() + ".journal");
  }

  /** Whether interrupted work on a table is there. */
  static boolean isInterrupted(Path table) {
    return Files.isRegularFile(partial(table)) && Files.isRegularFile(journal(table));
  }

  /**
   * Begins a table.
   *
   * @param errors where the table of errors goes
   * @param work a text that differs where results would
   * @param header its first line
   */
  static TableFile begin(Path table, Path errors, String work, String header) throws IOException {
    TableFile file = new TableFile(table, errors, false);
    file.buffered.write(bytes(header));
    file.buffered.flush();
    file.note(new Journal.Head(work));
    return file;
  }

  /**
   * Goes on with a table: files from the beginning of the list stay as far as they are the same as
   * then; what comes after the first that is not is done anew.
   *
   * @param kept whether what lies beside the table is there for a file
   * @throws IOException also if the interrupted work is another
   */
  static TableFile resume(
      Path table, Path errors, String work, String header, List<Path> files, Predicate<Path> kept)
      throws IOException {
    Path journal = journal(table);
    if (!Journal.work(journal).equals(work)) {
      throw new IOException(
          partial(table)
              + " was begun with other options or by another version; give the same options, or"
              + " leave out --resume to begin anew");
    }
    long size = Files.size(partial(table));
    long first = bytes(header).length;
    if (size < first) {
      return begin(table, errors, work, header);
    }
    List<Journal.Entry> same = new ArrayList<>();
    for (Journal.Entry entry : Journal.entries(journal)) {
      Path file = same.size() < files.size() ? files.get(same.size()) : null;
      if (file == null
          || entry.end() > size
          || !entry.file().equals(FileState.of(file))
          || (entry.failure() == null && !kept.test(file))) {
        break;
      }
      same.add(entry);
    }
    TableFile file = new TableFile(table, errors, true);
    file.lines.truncate(same.isEmpty() ? first : same.get(same.size() - 1).end());
    long notes = Journal.line(new Journal.Head(work)).length;
    for (Journal.Entry entry : same) {
      notes += Journal.line(entry).length;
    }
    file.notes.truncate(notes);
    file.done.addAll(same);
    return file;
  }

  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<Journal.Entry> done() {
    return done;
  }

  @Override
  public void append(FileState state, Spill text, @Nullable DecodeException error)
      throws IOException {
    if (error == null) {
      try (InputStream bytes = text.read()) {
        bytes.transferTo(buffered);
      }
      buffered.flush();
    }
    Journal.Failure failure =
        error == null ? null : new Journal.Failure(error.code().name(), error.reason());
    Journal.Entry entry = new Journal.Entry(state, lines.size(), failure);
    note(entry);
    done.add(entry);
  }

  private void note(Object entry) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Journal.line(entry));
    while (bytes.hasRemaining()) {
      notes.write(bytes);
    }
  }

  /** Gives the table its name. */
  @Override
  public void finish() throws IOException {
    close();
    writeErrors();
    Files.move(partial, table, StandardCopyOption.REPLACE_EXISTING);
    Files.delete(journal);
  }

  private void writeErrors() throws IOException {
    StringBuilder text = new StringBuilder("path,code,message\n");
    boolean any = false;
    for (Journal.Entry entry : done) {
      Journal.Failure failure = entry.failure();
      if (failure != null) {
        any = true;
        text.append(CsvFormat.line(entry.file().path(), failure.code(), failure.message()));
        text.append('\n');
      }
    }
    if (any) {
      Files.writeString(errors, text);
    } else {
      // One of an earlier run would be taken for this one's.
      Files.deleteIfExists(errors);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
    notes.close();
  }
}
