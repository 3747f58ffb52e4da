package io.auricle.web;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this server's uploads, below the system's folder for temporary files. It is locked
 * as long as the server lives, so that the next one to start knows what was left by one that was
 * killed, and removes it. Names are chosen here; those of clients never become names of files.
 */
final class UploadFolder implements AutoCloseable {
  private static final String PREFIX = "auricle-serve-";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private UploadFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Removes what killed servers left and makes a new folder. */
  static UploadFolder open(Path temporary) throws IOException {
    try (Stream<Path> entries = Files.list(temporary)) {
      for (Path entry : entries.filter(UploadFolder::isOurs).toList()) {
        removeAbandoned(entry);
      }
    }
    Path folder = Files.createTempDirectory(temporary, PREFIX);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    return new UploadFolder(folder, channel);
  }

  /** A new empty file. */
  Path newFile() throws IOException {
    return Files.createTempFile(folder, "upload-", "");
  }

  private static boolean isOurs(Path entry) {
    return String.valueOf(entry.getFileName()).startsWith(PREFIX);
  }

  private static void removeAbandoned(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock locked = channel.tryLock()) {
      if (isHeld(locked)) {
        remove(folder);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Another user's, another server's of this process, or gone by now: not ours to remove.
    }
  }

  private static boolean isHeld(@Nullable FileLock lock) {
    return lock != null;
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  @Override
  public void close() throws IOException {
    lock.close();
    remove(folder);
  }
}
