package io.auricle.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/**
 * Files that are looked at before they are opened: a pipe would be waited for, a device read for
 * ever, and a file of the wrong kind is known by its size.
 */
public final class RegularFile {
  private RegularFile() {}

  /**
   * Opens a file.
   *
   * @param mostBytes how large it may be
   * @throws TextFileException if it is larger, or no regular file
   * @throws IOException if there is none, or it cannot be read
   */
  public static InputStream open(Path file, long mostBytes) throws IOException {
    check(file, mostBytes);
    return Files.newInputStream(file);
  }

  /**
   * All bytes of a file.
   *
   * @throws IOException as {@link #open}
   */
  public static byte[] bytes(Path file, int mostBytes) throws IOException {
    try (InputStream in = open(file, mostBytes)) {
      // It may have grown, and some files of the system have no size.
      byte[] bytes = in.readNBytes(mostBytes);
      if (in.read() >= 0) {
        throw tooLarge(file, mostBytes);
      }
      return bytes;
    }
  }

  private static void check(Path file, long mostBytes) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new TextFileException(file, "is a folder, a file is needed here");
    }
    if (!attributes.isRegularFile()) {
      throw new TextFileException(
          file, "is a pipe or a device, a regular file is needed here; save it to one first");
    }
    if (attributes.size() > mostBytes) {
      throw tooLarge(file, mostBytes);
    }
  }

  static TextFileException tooLarge(Path file, long mostBytes) {
    return new TextFileException(
        file, "has more than the %s that such a file may have".formatted(size(mostBytes)));
  }

  private static String size(long bytes) {
    return bytes % 1_000_000 == 0
        ? String.format(Locale.ROOT, "%d MB", bytes / 1_000_000)
        : bytes + " bytes";
  }
}
