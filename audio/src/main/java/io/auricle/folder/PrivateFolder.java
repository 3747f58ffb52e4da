package io.auricle.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this process alone: of a name that nobody can guess, open to its owner only, and
 * removed when it is closed. A lock in it is held as long as the process lives, so that the next
 * one to make a folder of the same kind knows which were left by processes that were killed.
 *
 * <p>Only such a folder is ever removed: a real one, no link, of the same owner, closed to all
 * others, with the mark of this class in it, and not locked.
 */
public final class PrivateFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final byte[] MARK =
      "Made by Auricle, which removes this folder once the program that made it has ended.\n"
          .getBytes(UTF_8);

  /** One without a mark may be just about to get it. */
  private static final Duration UNFINISHED = Duration.ofMinutes(1);

  private static final int ATTEMPTS = 20;
  private static final long ATTEMPT_MILLIS = 50;

  private final Path path;
  private final FileChannel lock;

  private PrivateFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes a folder, and removes those that processes left which were killed.
   *
   * @param parent where it is made; it must exist
   * @param kind the first part of its name
   */
  public static PrivateFolder open(Path parent, String kind) throws IOException {
    String ours = kind + thisProcess();
    Path path = Files.createTempDirectory(parent, ours);
    FileChannel lock = lock(path);
    removeAbandoned(parent, kind, ours, path);
    return new PrivateFolder(path, lock);
  }

  public Path path() {
    return path;
  }

  /**
   * The process in a name: its own folders are never tried, because with POSIX locks that would
   * release them. Numbers of processes come again, also in other containers; their starts do not.
   */
  private static String thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    long start = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    return Long.toString(process.pid(), 36) + "-" + Long.toString(start, 36) + "-";
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.lock();
    } catch (IOException e) {
      // Network folders may have no locks. Without its mark the folder is never taken for
      // abandoned.
      return channel;
    }
    channel.write(ByteBuffer.wrap(MARK));
    return channel;
  }

  private static void removeAbandoned(Path parent, String kind, String ours, Path made) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, kind + "*")) {
      for (Path entry : entries) {
        if (!entry.getFileName().toString().startsWith(ours)) {
          removeIfAbandoned(entry, made);
        }
      }
    } catch (IOException e) {
      // What was left does no harm but the room that it takes.
    }
  }

  private static void removeIfAbandoned(Path folder, Path made) {
    try {
      if (!Ownership.isPrivate(folder) || !Ownership.isSame(folder, made)) {
        return;
      }
      if (isReleased(folder.resolve(LOCK))) {
        FolderTree.remove(folder);
      }
    } catch (NoSuchFileException e) {
      removeUnfinished(folder);
    } catch (IOException | OverlappingFileLockException e) {
      // Another process's or gone by now: not ours to remove.
    }
  }

  private static boolean isReleased(Path lock) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            lock, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer read = ByteBuffer.allocate(MARK.length + 1);
      while (read.hasRemaining() && channel.read(read) >= 0) {
        // On to the end of the file.
      }
      if (!Arrays.equals(Arrays.copyOf(read.array(), read.position()), MARK)) {
        return false;
      }
      try (@Nullable FileLock held = channel.tryLock()) {
        return held != null;
      }
    }
  }

  /** One whose process was killed before it could mark it: empty, or it stays. */
  private static void removeUnfinished(Path folder) {
    try {
      Instant limit = Instant.now().minus(UNFINISHED);
      if (Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
          .toInstant()
          .isBefore(limit)) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      // Not empty, or gone.
    }
  }

  /** Removes the folder with all that is in it. */
  @Override
  public void close() throws IOException {
    // Windows keeps files that are open.
    lock.close();
    for (int attempt = 1; true; attempt++) {
      try {
        FolderTree.remove(path);
        return;
      } catch (DirectoryNotEmptyException e) {
        // FUSE keeps a file under another name until it knows that it was closed.
        if (attempt == ATTEMPTS || !hasWaited()) {
          throw e;
        }
      }
    }
  }

  private static boolean hasWaited() {
    try {
      Thread.sleep(ATTEMPT_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
