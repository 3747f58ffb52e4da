package io.auricle.cache;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The user's cache folder: {@code $XDG_CACHE_HOME/auricle}, {@code %LOCALAPPDATA%\auricle\cache} or
 * {@code ~/.cache/auricle}, unless the system property {@value #PROPERTY} names another. It may be
 * deleted at any time when no program runs. Thread-safe, also among processes.
 */
public final class UserCache {
  /** Names another cache folder than the user's. */
  public static final String PROPERTY = "auricle.cache";

  private static final String PART = "part-";
  private static final Duration ABANDONED = Duration.ofHours(1);

  private UserCache() {}

  /** Writes the files of a folder of the cache. */
  @FunctionalInterface
  public interface Content {
    void write(Path folder) throws IOException;
  }

  /**
   * A folder of the cache, written if it is not there yet. Several processes may do so at once:
   * each writes a folder of its own and renames it, and the first one wins.
   *
   * @param name of the folder; it must change when the content does
   * @param content writes the files, plain files only; they are there completely or not at all
   * @throws IOException if the cache cannot be written
   */
  public static Path folder(String name, Content content) throws IOException {
    Path cache = root();
    Path folder = cache.resolve(name);
    if (!Files.isDirectory(folder)) {
      write(cache, folder, content);
    }
    return folder;
  }

  /** Where the cache is or would be. */
  public static Path path() {
    String chosen = System.getProperty(PROPERTY);
    String home = System.getProperty("user.home", "");
    String xdg = System.getenv("XDG_CACHE_HOME");
    String local = System.getenv("LOCALAPPDATA");
    if (chosen != null) {
      return Path.of(chosen);
    }
    if (xdg != null && !xdg.isEmpty()) {
      return Path.of(xdg, "auricle");
    }
    if (local != null && !local.isEmpty()) {
      return Path.of(local, "auricle", "cache");
    }
    return Path.of(home, ".cache", "auricle");
  }

  private static Path root() throws IOException {
    Path root = path();
    try {
      return Files.createDirectories(root);
    } catch (IOException e) {
      throw new IOException(
          root + " cannot be made; name another cache folder with -D" + PROPERTY, e);
    }
  }

  private static void write(Path cache, Path folder, Content content) throws IOException {
    removeAbandoned(cache);
    Path part = Files.createDirectory(cache.resolve(PART + UUID.randomUUID()));
    try {
      content.write(part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      // Another process was first.
    } finally {
      remove(part);
    }
  }

  /** Removes what processes left that were killed while they wrote. */
  private static void removeAbandoned(Path cache) throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
    try (Stream<Path> parts = Files.list(cache)) {
      for (Path part : parts.filter(p -> p.getFileName().toString().startsWith(PART)).toList()) {
        if (Files.isDirectory(part) && Files.getLastModifiedTime(part).compareTo(limit) < 0) {
          remove(part);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
