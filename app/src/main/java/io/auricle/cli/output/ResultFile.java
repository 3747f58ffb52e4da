package io.auricle.cli.output;

import io.auricle.audio.ErrorCode;
import io.auricle.journal.FileState;
import io.auricle.journal.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Rows of files in a file that grows while they come, and goes on after whatever ended it.
 *
 * <p>The rows of a file are written in one piece, then noted in {@code NAME.journal} with the
 * file's size and time; what is not noted does not count. The journal stays, so that later calls
 * add only what is new. At the end the rows are put in the order asked for, in a copy that takes
 * the place of the file whole. Used by one thread.
 */
public final class ResultFile implements Closeable {
  private final ResultPaths paths;
  private final String work;
  private final long start;
  private final FileChannel rows;
  private final FileChannel notes;
  private final Map<String, Journal.Entry> known = new LinkedHashMap<>();
  private final boolean retry;
  private long end;

  private ResultFile(ResultPaths paths, String work, long start, boolean retry) throws IOException {
    this.paths = paths;
    this.work = work;
    this.start = start;
    this.end = start;
    this.retry = retry;
    this.rows = paths.open(paths.file());
    this.notes = paths.open(paths.journal());
    if (notes.tryLock() == null) {
      close();
      throw new IOException(paths.file() + ": another program is writing it");
    }
  }

  /**
   * Begins a file, in place of one that is there.
   *
   * @param work differs where rows would
   * @param header what stands before the first row
   */
  public static ResultFile begin(Path file, String work, byte[] header) throws IOException {
    ResultPaths paths = ResultPaths.of(file);
    ResultFile result = new ResultFile(paths, work, header.length, false);
    paths.dropParts();
    // First of all, so that rows are never taken for those of another work.
    result.notes.truncate(0);
    result.rows.truncate(0);
    write(result.rows, header);
    write(result.notes, Journal.line(new Journal.Head(work)));
    return result;
  }

  /**
   * Goes on with a file if there is something to go on with, else begins it.
   *
   * @param retry whether files that failed are tried again
   * @throws IOException also if it was made by other work, or changed since
   */
  public static ResultFile resume(Path file, String work, byte[] header, boolean retry)
      throws IOException {
    ResultPaths paths = ResultPaths.of(file);
    paths.finishMoves();
    boolean noted = Files.exists(paths.journal());
    String before = noted ? Journal.work(paths.journal()) : "";
    if (!Files.exists(file) || Files.size(file) <= header.length || (noted && before.isEmpty())) {
      return begin(file, work, header);
    }
    if (!before.equals(work)) {
      throw new IOException(
          file
              + " was made with other options, by another version or without its .journal; give the"
              + " same options, or leave out --resume to make it anew");
    }
    ResultFile result = new ResultFile(paths, work, header.length, retry);
    result.recall(Journal.entries(paths.journal()));
    return result;
  }

  private void recall(List<Journal.Entry> entries) throws IOException {
    long size = rows.size();
    long noted = Journal.line(new Journal.Head(work)).length;
    for (Journal.Entry entry : entries) {
      if (entry.end() > size) {
        // The power went before the disk had the rows.
        break;
      }
      if (entry.start() != end || sum(entry) != entry.crc()) {
        throw new IOException(
            paths.file() + " was changed since it was written; leave out --resume to make it anew");
      }
      keep(entry);
      noted += Journal.line(entry).length;
    }
    // What was torn, and rows that were written and not noted any more.
    rows.truncate(end);
    notes.truncate(noted);
    rows.position(end);
    notes.position(noted);
  }

  private void keep(Journal.Entry entry) {
    String path = entry.file().path();
    known.remove(path);
    known.put(path, entry);
    end = entry.end();
  }

  private long sum(Journal.Entry entry) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(Math.toIntExact(entry.end() - entry.start()));
    while (text.hasRemaining() && rows.read(text, entry.start() + text.position()) > 0) {
      // Until all is there, or the file is found to be shorter.
    }
    return sum(text.array());
  }

  private static long sum(byte[] text) {
    CRC32C sum = new CRC32C();
    sum.update(text);
    return sum.getValue();
  }

  /** Whether a file is done and has not changed since; a fault of the program does not count. */
  public boolean isDone(FileState file) {
    Journal.Entry entry = known.get(file.path());
    if (entry == null || !entry.file().equals(file)) {
      return false;
    }
    Journal.Failure failure = entry.failure();
    return failure == null || !(retry || failure.code().equals(ErrorCode.INTERNAL.name()));
  }

  /** Whether a file that is done has failed. */
  public boolean hasFailed(FileState file) {
    Journal.Entry entry = known.get(file.path());
    return entry != null && entry.failure() != null;
  }

  /**
   * Takes the rows of a file; once this is done, nothing can lose them.
   *
   * @param file as it was before it was read
   * @param text whole lines
   */
  public void append(FileState file, byte[] text, Journal.@Nullable Failure failure)
      throws IOException {
    write(rows, text);
    Journal.Entry entry = new Journal.Entry(file, "", end, end + text.length, sum(text), failure);
    write(notes, Journal.line(entry));
    keep(entry);
  }

  /**
   * Puts the rows in order: first those of files that are not named, as they stood, then these.
   *
   * @param named paths in their order
   */
  public void finish(List<String> named) throws IOException {
    Set<String> last = new HashSet<>(named);
    List<Journal.Entry> order = new ArrayList<>();
    known.forEach(
        (path, row) -> {
          if (!last.contains(path)) {
            order.add(row);
          }
        });
    for (String path : named) {
      Journal.Entry row = known.get(path);
      if (row != null) {
        order.add(row);
      }
    }
    if (!isInPlace(order)) {
      rewrite(order);
    }
  }

  private boolean isInPlace(List<Journal.Entry> order) {
    long place = start;
    for (Journal.Entry row : order) {
      if (row.start() != place) {
        return false;
      }
      place = row.end();
    }
    return place == end;
  }

  private void rewrite(List<Journal.Entry> order) throws IOException {
    try (FileChannel part = paths.open(paths.part(), StandardOpenOption.TRUNCATE_EXISTING);
        FileChannel journal =
            paths.open(paths.journalPart(), StandardOpenOption.TRUNCATE_EXISTING)) {
      copy(0, start, part);
      write(journal, Journal.line(new Journal.Head(work)));
      for (Journal.Entry row : order) {
        long place = part.position();
        copy(row.start(), row.end(), part);
        write(journal, Journal.line(row.at(place, part.position())));
      }
    }
    paths.move();
  }

  private void copy(long from, long to, FileChannel target) throws IOException {
    long place = from;
    while (place < to) {
      place += rows.transferTo(place, to - place, target);
    }
  }

  private static void write(FileChannel channel, byte[] text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
    notes.close();
  }
}
