package io.auricle.library.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first bytes of a library's file (https://www.sqlite.org/fileformat2.html). */
final class DatabaseHeader {
  static final String FOREIGN = "is no library of Auricle; name another file with --database";
  static final String TORN =
      "is damaged: auricle library check --restore puts its last backup in its place; or move it"
          + " away and scan again";

  private static final String START = "SQLite format 3\0";
  private static final int BYTES = 100;
  private static final int PAGE_BYTES_AT = 16;
  private static final int PAGES_AT = 28;

  private DatabaseHeader() {}

  /**
   * Refuses what is no database, or shorter than it says.
   *
   * @throws LibraryException if so
   */
  static void check(Path file) throws IOException {
    if (!Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      throw new LibraryException(file, FOREIGN);
    }
    ByteBuffer head;
    try (InputStream in = Files.newInputStream(file)) {
      head = ByteBuffer.wrap(in.readNBytes(BYTES));
    }
    String start = new String(head.array(), 0, Math.min(START.length(), head.limit()), ISO_8859_1);
    if (!start.equals(START)) {
      throw new LibraryException(file, START.startsWith(start) ? TORN : FOREIGN);
    }
    if (head.limit() < BYTES) {
      throw new LibraryException(file, TORN);
    }
    int stored = Short.toUnsignedInt(head.getShort(PAGE_BYTES_AT));
    long pageBytes = stored == 1 ? 65_536 : stored;
    long pages = Integer.toUnsignedLong(head.getInt(PAGES_AT));
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    boolean logged = Files.exists(log) && Files.size(log) > 0;
    // Pages that a killed program did not bring over yet lie in the log.
    if (!logged && Files.size(file) < pages * pageBytes) {
      throw new LibraryException(file, TORN);
    }
  }
}
