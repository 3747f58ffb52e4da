package io.auricle.library.tag;

import io.auricle.library.format.TagException;
import io.auricle.library.format.TagFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when it was looked at.
 *
 * @param path of the file itself, no link
 */
record SeenFile(Path path, long bytes, FileTime modified, @Nullable Object key) {
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /** Looks at the file that a path leads to. */
  static SeenFile of(Path path) throws IOException {
    Path real = path.toRealPath();
    BasicFileAttributes facts = Files.readAttributes(real, BasicFileAttributes.class);
    return new SeenFile(real, facts.size(), facts.lastModifiedTime(), facts.fileKey());
  }

  /** Whether it is still that file, and nobody wrote into it. */
  boolean isCurrent() {
    try {
      return equals(of(path));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Refuses what may not be written. Who owns a file, or the system's administrator, could still
   * replace a file that is marked as read-only; the mark is taken for what it says.
   *
   * @param links whether a file with several names may become several files
   */
  void mayBeWritten(boolean links) throws IOException, TagException {
    if (!Files.isRegularFile(path)) {
      throw new TagException(TagFault.UNSUPPORTED, "is no regular file");
    }
    if (isReadOnly(path)) {
      throw new TagException(TagFault.READ_ONLY, "is read-only");
    }
    @Nullable Path folder = path.getParent();
    if (folder == null || isReadOnly(folder)) {
      throw new TagException(TagFault.READ_ONLY, "its folder is read-only");
    }
    int names = names();
    if (names > 1 && !links) {
      throw new TagException(
          TagFault.LINKED,
          ("has %d names (hard links), and only this one would get the tags;"
                  + " --break-links writes it as a file of its own")
              .formatted(names));
    }
  }

  private static boolean isReadOnly(Path path) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class);
    boolean marked =
        view != null && view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
    return marked || !Files.isWritable(path);
  }

  private int names() throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
            && Files.getAttribute(path, "unix:nlink") instanceof Integer names
        ? names
        : 1;
  }
}
