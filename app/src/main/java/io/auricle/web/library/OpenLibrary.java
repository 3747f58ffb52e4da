package io.auricle.web.library;

import io.auricle.library.store.DataVersion;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import io.auricle.library.store.PageCache;
import io.auricle.web.http.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The library that a server shows, if it shows one. A few requests ask it at once, each through a
 * connection of its own; others wait a while. It may come, go and be replaced while the server
 * runs. Thread-safe.
 */
public final class OpenLibrary implements AutoCloseable {
  /** So many ask at once. */
  static final int AT_ONCE = 4;

  private static final int PATIENCE_SECONDS = 10;

  private final Optional<Path> file;
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Deque<Database> idle = new ArrayDeque<>();
  private @Nullable Database watch;
  private @Nullable Object key;

  /** Counts the files that lay at this place: a connection leads to one of them for ever. */
  private int files;

  private int epoch;
  private boolean closed;

  /**
   * @param file of the library; nothing if the server shows none
   */
  public OpenLibrary(Optional<Path> file) {
    this.file = file.map(Path::toAbsolutePath);
  }

  /** Asks the library. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T of(Database database) throws IOException;
  }

  /**
   * The file of the library.
   *
   * @throws ProblemException if the server shows none, or it is not there
   */
  Path file() {
    Path there =
        file.orElseThrow(
            () ->
                ProblemException.of(
                    404,
                    "NO_LIBRARY",
                    "this server shows no library; start it with: auricle serve --library"));
    if (!Files.exists(there)) {
      throw ProblemException.of(
          404, "NO_LIBRARY", there + ": no library there; make one with: auricle library scan DIR");
    }
    return there;
  }

  /**
   * Works with the library.
   *
   * @throws ProblemException if there is none, it cannot be used, or too many ask
   */
  <T extends @Nullable Object> T ask(Work<T> work) throws IOException {
    file();
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw ProblemException.busy("too many ask the library; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.busy("the server is shut down");
    }
    try {
      Connection connection = take();
      boolean good = false;
      try {
        T answer = work.of(connection.database());
        good = true;
        return answer;
      } catch (ProblemException e) {
        good = true;
        throw e;
      } finally {
        giveBack(connection, good);
      }
    } catch (LibraryException e) {
      throw ProblemException.notReady(String.valueOf(e.getMessage()));
    } finally {
      places.release();
    }
  }

  /** A connection to the library, and which of its files that is. */
  private record Connection(Database database, int file) {}

  private Connection take() throws IOException {
    int now;
    synchronized (this) {
      requireSameFile();
      now = files;
      @Nullable Database database = idle.poll();
      if (database != null) {
        return new Connection(database, now);
      }
    }
    Database database = Database.existing(file());
    PageCache.enlarge(database);
    return new Connection(database, now);
  }

  /** Closes what leads to a file that was replaced; what is at work is closed when it ends. */
  private void requireSameFile() throws IOException {
    if (closed) {
      throw ProblemException.busy("the server is shut down");
    }
    @Nullable Object now = Files.readAttributes(file(), BasicFileAttributes.class).fileKey();
    if (key != null && !key.equals(now)) {
      closeIdle();
      files++;
    }
    key = now;
  }

  private void giveBack(Connection connection, boolean good) throws LibraryException {
    synchronized (this) {
      if (good && !closed && connection.file() == files) {
        idle.push(connection.database());
        return;
      }
    }
    connection.database().close();
  }

  /** Another text after each change of the library, whoever made it. */
  synchronized String version() throws IOException {
    try {
      requireSameFile();
      if (watch == null) {
        watch = Database.existing(file());
        epoch++;
      }
      return epoch + "." + DataVersion.of(watch);
    } catch (LibraryException e) {
      throw ProblemException.notReady(String.valueOf(e.getMessage()));
    }
  }

  private void closeIdle() throws LibraryException {
    while (!idle.isEmpty()) {
      idle.pop().close();
    }
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      closeIdle();
    } catch (LibraryException e) {
      // Nothing of it is open any more, and nothing was to be written.
      return;
    }
  }
}
