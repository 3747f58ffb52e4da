package io.auricle.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Whose a folder is, asked of the folder itself and never of what a link points to. */
public final class Ownership {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

  private Ownership() {}

  /** Whether this is a folder, no link, and open to its owner only (where the system says so). */
  public static boolean isPrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    PosixFileAttributeView view =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null || view.readAttributes().permissions().stream().noneMatch(OTHERS::contains);
  }

  /** Whether two files or folders have the same owner. */
  public static boolean isSame(Path one, Path other) throws IOException {
    return Files.getOwner(one, LinkOption.NOFOLLOW_LINKS)
        .equals(Files.getOwner(other, LinkOption.NOFOLLOW_LINKS));
  }
}
