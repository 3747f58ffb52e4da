package io.auricle.library.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A copy of a library beside it, {@code library.db.backup}, from which one that is torn comes back.
 */
public final class Backup {
  private static final long DUE_MILLIS = TimeUnit.DAYS.toMillis(1);

  private Backup() {}

  /** Where the copy of a library lies. */
  public static Path of(Path file) {
    return beside(file, ".backup");
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** Whether there is none, or one of more than a day ago. */
  public static boolean isDue(Path file) throws IOException {
    Path copy = of(file);
    return !Files.exists(copy)
        || System.currentTimeMillis() - Files.getLastModifiedTime(copy).toMillis() > DUE_MILLIS;
  }

  /**
   * Makes it anew. The one that was there stays until the next is whole.
   *
   * @throws LibraryException if the library is damaged, or the disk full
   */
  public static void make(Database database) throws IOException {
    Path next = beside(database.file(), ".backup.new");
    Files.deleteIfExists(next);
    try {
      database.run(
          connection -> {
            try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
              copy.setString(1, next.toAbsolutePath().toString());
              return copy.execute();
            }
          });
      Files.move(next, of(database.file()), ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /**
   * Puts the copy in the library's place; what was there is kept under another name.
   *
   * @return where what was there is now
   * @throws LibraryException if there is no copy, or it is damaged itself; nothing was changed
   */
  public static Path restore(Path file) throws IOException {
    Path copy = of(file);
    if (!Files.exists(copy)) {
      throw new LibraryException(
          file, "there is no " + copy.getFileName() + " beside it; move it away and scan again");
    }
    Path next = beside(file, ".restored");
    Files.copy(copy, next, REPLACE_EXISTING);
    try {
      List<String> faults;
      try (Database opened = Database.existing(next)) {
        faults = opened.faults();
      }
      if (!faults.isEmpty()) {
        throw new LibraryException(copy, "is damaged, too: " + faults.get(0));
      }
      Path torn = beside(file, ".torn");
      for (String part : List.of("-wal", "-shm")) {
        Path log = beside(file, part);
        if (Files.exists(log)) {
          Files.move(log, beside(torn, part), REPLACE_EXISTING);
        }
      }
      if (Files.exists(file)) {
        Files.move(file, torn, REPLACE_EXISTING);
      }
      Files.move(next, file, ATOMIC_MOVE);
      return torn;
    } finally {
      for (String part : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(beside(next, part));
      }
    }
  }
}
