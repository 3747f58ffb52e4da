package io.auricle.cache;

import io.auricle.folder.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders that a library unpacks by itself, all in one folder of the cache. They get their
 * manifests after the library has used them with success, and are removed before it uses them again
 * if they are no longer whole.
 */
public final class ForeignFolders {
  /** Another process may just be unpacking one that has no manifest yet. */
  private static final Duration UNFINISHED = Duration.ofHours(1);

  private ForeignFolders() {}

  /** Removes what is damaged, and what was begun long ago and never used. */
  public static void removeDamaged(Path parent) throws IOException {
    Instant limit = Instant.now().minus(UNFINISHED);
    for (Path folder : folders(parent)) {
      boolean sealed = Files.exists(folder.resolve(Manifest.NAME));
      boolean torn =
          sealed
              ? !Manifest.isWhole(folder)
              : Files.getLastModifiedTime(folder).toInstant().isBefore(limit);
      if (torn) {
        FolderTree.remove(folder);
      }
    }
  }

  /** Writes the manifests that are missing. */
  public static void seal(Path parent) throws IOException {
    for (Path folder : folders(parent)) {
      if (Files.notExists(folder.resolve(Manifest.NAME))) {
        UserCache.makeExecutable(folder);
        Manifest.write(folder);
      }
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }
}
