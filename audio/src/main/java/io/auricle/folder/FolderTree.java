package io.auricle.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes a folder with all that is in it. Links are removed themselves and never followed. Where
 * the system allows it, each folder is opened before it is looked into and its entries are removed
 * through that open folder, so that nobody can put a link in its place in between.
 */
public final class FolderTree {
  private FolderTree() {}

  /**
   * Removes a folder; nothing happens if it is not there. A link or a file of this name is removed
   * itself.
   *
   * @throws IOException if something cannot be removed; other things may be gone by then
   */
  public static void remove(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    Path parent = absolute.getParent();
    Path name = absolute.getFileName();
    if (parent == null || name == null) {
      throw new IOException(folder + " is no folder that may be removed");
    }
    if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent)) {
      if (stream instanceof SecureDirectoryStream<Path> secure) {
        remove(secure, name);
        return;
      }
    } catch (AccessDeniedException e) {
      // A folder may be changed without being readable; what is in it can still be named.
    }
    removeByName(absolute);
  }

  private static void remove(SecureDirectoryStream<Path> parent, Path name) throws IOException {
    try {
      if (!isFolder(parent, name)) {
        parent.deleteFile(name);
        return;
      }
      try (SecureDirectoryStream<Path> folder =
          parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        for (Path entry : names(folder)) {
          remove(folder, entry);
        }
      }
      parent.deleteDirectory(name);
    } catch (NoSuchFileException e) {
      // Somebody else removed it, which is what was asked for.
    }
  }

  private static boolean isFolder(SecureDirectoryStream<Path> parent, Path name)
      throws IOException {
    return parent
        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes()
        .isDirectory();
  }

  private static void removeByName(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> folder = Files.newDirectoryStream(path)) {
        for (Path entry : names(folder)) {
          removeByName(path.resolve(entry));
        }
      }
    }
    Files.deleteIfExists(path);
  }

  /** All at once, since a folder that changes while it is listed may leave some out. */
  private static List<Path> names(DirectoryStream<Path> folder) {
    List<Path> names = new ArrayList<>();
    folder.forEach(entry -> names.add(entry.getFileName()));
    return names;
  }
}
