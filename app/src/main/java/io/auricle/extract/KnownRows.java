package io.auricle.extract;

import io.auricle.journal.FileState;
import io.auricle.journal.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that a journal knows. Rows count only as long as they are what the journal
 * says: a table that somebody else has written since has none. Not thread-safe.
 */
final class KnownRows implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final @Nullable FileChannel rows;
  private final Map<Key, List<Journal.Entry>> entries = new HashMap<>();

  private record Key(FileState file, String stamp) {}

  private KnownRows(@Nullable FileChannel rows) {
    this.rows = rows;
  }

  /**
   * What journals know of a file; nothing if there is no file. A kill may have left journals of
   * other rows: whichever tells the truth counts.
   */
  static KnownRows of(Path file, List<Path> journals, String work) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new KnownRows(null);
    }
    KnownRows known = new KnownRows(FileChannel.open(file));
    for (Path journal : journals) {
      if (Files.isRegularFile(journal) && Journal.work(journal).equals(work)) {
        Journal.entries(journal).forEach(known::put);
      }
    }
    return known;
  }

  private void put(Journal.Entry entry) {
    Key key = new Key(entry.file(), entry.stamp());
    entries.computeIfAbsent(key, k -> new ArrayList<>(1)).add(entry);
  }

  /** The entry of a file, if its rows are there and whole. */
  Optional<Journal.Entry> find(FileState file, String stamp) throws IOException {
    List<Journal.Entry> candidates = entries.getOrDefault(new Key(file, stamp), List.of());
    for (int i = candidates.size() - 1; i >= 0; i--) {
      if (isWhole(candidates.get(i))) {
        return Optional.of(candidates.get(i));
      }
    }
    return Optional.empty();
  }

  private boolean isWhole(Journal.Entry entry) throws IOException {
    if (rows == null
        || entry.start() < 0
        || entry.start() > entry.end()
        || entry.end() > rows.size()) {
      return false;
    }
    CRC32C sum = new CRC32C();
    read(entry, (bytes, count) -> sum.update(bytes, 0, count));
    return sum.getValue() == entry.crc();
  }

  /** Copies the rows of an entry. */
  void copy(Journal.Entry entry, OutputStream out) throws IOException {
    read(entry, (bytes, count) -> out.write(bytes, 0, count));
  }

  private interface Sink {
    void take(byte[] bytes, int count) throws IOException;
  }

  private void read(Journal.Entry entry, Sink sink) throws IOException {
    FileChannel channel = Objects.requireNonNull(rows);
    byte[] block = new byte[BLOCK];
    long at = entry.start();
    while (at < entry.end()) {
      int most = (int) Math.min(block.length, entry.end() - at);
      int count = channel.read(ByteBuffer.wrap(block, 0, most), at);
      if (count <= 0) {
        throw new IOException("a table was cut while it was read");
      }
      sink.take(block, count);
      at += count;
    }
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
  }
}
