package io.auricle.cache;

import io.auricle.folder.PrivateFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs and libraries that are unpacked once: in {@code $XDG_CACHE_HOME/auricle}, {@code
 * %LOCALAPPDATA%\auricle\cache}, {@code ~/.cache/auricle} or, where none of these can be written or
 * programs in them may not be run, in a folder of the user's own among the temporary files. The
 * system property {@value #PROPERTY} names another folder. It may be deleted at any time when no
 * program runs. Thread-safe, also among processes.
 *
 * <p>A folder of the cache is used only if it is whole ({@link Manifest}); one that is not, after a
 * full disk, a crash or an accident, is made again.
 */
public final class UserCache {
  /** Names another cache folder than the user's. */
  public static final String PROPERTY = "auricle.cache";

  private static final String PART = "part-";
  private static final int TRIES = 3;

  private UserCache() {}

  /** Writes the files of a folder of the cache. */
  @FunctionalInterface
  public interface Content {
    void write(Path folder) throws IOException;
  }

  /**
   * A folder of the cache, written if it is not there or not whole. Several processes may do so at
   * once: each writes a folder of its own and renames it, and the first one wins.
   *
   * @param name of the folder; it must change when the content does
   * @param content writes the files, plain files only; they become executable, and are there
   *     completely or not at all
   * @throws IOException in one line, if there is no place where it can be written and used
   */
  public static Path folder(String name, Content content) throws IOException {
    List<String> refusals = new ArrayList<>();
    for (CachePlace place : places()) {
      try {
        return folder(place, name, content);
      } catch (IOException e) {
        refusals.add(place.folder() + " (" + reason(e, place.folder()) + ")");
      }
    }
    throw new IOException(
        "no folder for programs that are unpacked: "
            + String.join(", ", refusals)
            + "; name one that can be written and may hold programs with -D"
            + PROPERTY
            + " or XDG_CACHE_HOME");
  }

  private static List<CachePlace> places() {
    return CachePlace.of(System::getenv, System::getProperty);
  }

  private static Path folder(CachePlace place, String name, Content content) throws IOException {
    if (!place.shared()) {
      // A cache that cannot be written may still be whole.
      Path folder = place.folder().resolve(name);
      if (Manifest.isWhole(folder)) {
        return folder;
      }
    }
    Path cache = place.open();
    Path folder = cache.resolve(name);
    if (!Manifest.isWhole(folder)) {
      write(cache, folder, content);
    }
    return folder;
  }

  /** Where the cache is or would be: the first place that can be written. */
  public static Path path() throws IOException {
    List<String> refusals = new ArrayList<>();
    for (CachePlace place : places()) {
      try {
        Path cache = place.open();
        if (Files.isWritable(cache)) {
          return cache;
        }
        refusals.add(cache + " (cannot be written)");
      } catch (IOException e) {
        refusals.add(place.folder() + " (" + reason(e, place.folder()) + ")");
      }
    }
    throw new IOException(
        "no cache folder: "
            + String.join(", ", refusals)
            + "; name one that can be written with -D"
            + PROPERTY
            + " or XDG_CACHE_HOME");
  }

  /**
   * Reads every byte of a folder of the cache, to be called when what is in it fails, and removes
   * the folder if it is damaged.
   *
   * @return whether it was damaged or is gone, so that it should be asked for again
   */
  public static boolean removeDamaged(Path folder) throws IOException {
    if (Manifest.isWholeToTheByte(folder)) {
      return false;
    }
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (PrivateFolder part = PrivateFolder.open(folder.resolveSibling(""), PART)) {
        moveAway(folder, part);
      }
    }
    return true;
  }

  private static void write(Path cache, Path folder, Content content) throws IOException {
    try (PrivateFolder part = PrivateFolder.open(cache, PART)) {
      requirePrograms(part.path());
      Path made = Files.createDirectory(part.path().resolve("content"));
      content.write(made);
      makeExecutable(made);
      Manifest.write(made);
      for (int i = 0; i < TRIES; i++) {
        if (moveUnlessWhole(made, folder)) {
          Manifest.forceFolder(cache);
          return;
        }
        moveAway(folder, part);
      }
      throw new IOException("cannot be replaced, though it is damaged: " + folder);
    }
  }

  /** Fails before anything is unpacked where programs may not be run. */
  private static void requirePrograms(Path folder) throws IOException {
    Path probe = Files.createFile(folder.resolve("probe"));
    if (!probe.toFile().setExecutable(true, false) || !Files.isExecutable(probe)) {
      throw new IOException("programs there may not be run");
    }
  }

  static void makeExecutable(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!file.toFile().setExecutable(true, false)) {
          throw new IOException("programs there may not be run");
        }
      }
    }
  }

  /**
   * @return false if there is something else that is not whole
   */
  private static boolean moveUnlessWhole(Path made, Path folder) throws IOException {
    try {
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      // Another process was first, or it is the damaged one.
      return Manifest.isWhole(folder);
    }
  }

  /** Takes a damaged folder from its place, to be removed with the folder that it is moved to. */
  private static void moveAway(Path folder, PrivateFolder part) throws IOException {
    Path target = Files.createTempDirectory(part.path(), "damaged-").resolve("folder");
    try {
      Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // Another process took it away.
    }
  }

  private static String reason(IOException e, Path folder) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (e instanceof FileSystemException file) {
      String reason = file.getReason();
      return reason == null ? e.getClass().getSimpleName().replace("Exception", "") : reason;
    }
    String message = String.valueOf(e.getMessage());
    return message.startsWith(folder + " ")
        ? message.substring(folder.toString().length() + 1)
        : message;
  }
}
