package io.auricle.library.tag;

import io.auricle.library.format.TagException;
import io.auricle.library.format.TagFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file has besides its bytes and times: owner, group, permissions, attributes of users. */
final class FileTraits {
  private FileTraits() {}

  /**
   * Gives them to another file.
   *
   * @throws TagException READ_ONLY if it cannot belong to the same user and group
   */
  static void copy(Path from, Path to) throws IOException, TagException {
    @Nullable PosixFileAttributeView old =
        Files.getFileAttributeView(from, PosixFileAttributeView.class);
    @Nullable PosixFileAttributeView next =
        Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && next != null) {
      PosixFileAttributes traits = old.readAttributes();
      PosixFileAttributes own = next.readAttributes();
      try {
        if (!own.owner().equals(traits.owner())) {
          next.setOwner(traits.owner());
        }
        if (!own.group().equals(traits.group())) {
          next.setGroup(traits.group());
        }
      } catch (IOException e) {
        throw new TagException(
            TagFault.READ_ONLY,
            "belongs to %s:%s, which a new file of yours cannot"
                .formatted(traits.owner().getName(), traits.group().getName()));
      }
      next.setPermissions(traits.permissions());
    }
    attributes(from, to);
  }

  private static void attributes(Path from, Path to) throws IOException {
    @Nullable UserDefinedFileAttributeView old =
        Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
    @Nullable UserDefinedFileAttributeView next =
        Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
    if (old == null || next == null) {
      return;
    }
    for (String name : names(old)) {
      ByteBuffer value = ByteBuffer.allocate(old.size(name));
      old.read(name, value);
      next.write(name, value.flip());
    }
  }

  /** None on a disk that knows no such thing, as many in a network and memory cards do not. */
  static List<String> names(UserDefinedFileAttributeView view) throws IOException {
    try {
      return view.list();
    } catch (FileSystemException e) {
      if (String.valueOf(e.getReason()).contains("not supported")) {
        return List.of();
      }
      throw e;
    }
  }
}
