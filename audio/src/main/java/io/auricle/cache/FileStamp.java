package io.auricle.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the system says of a file without reading it. As long as it says the same, nobody has
 * written to the file: the time of change of a file on Unix cannot be set, unlike that of its
 * content.
 */
final class FileStamp {
  private FileStamp() {}

  /** A word without spaces: size, time of the content, and on Unix time of change and number. */
  static String of(Path file) throws IOException {
    // Joined, since a concatenation costs the start of a program more than all the rest here.
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      Map<String, Object> unix =
          Files.readAttributes(
              file, "unix:size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
      return String.join(
          ":",
          String.valueOf(unix.get("size")),
          nanos(unix.get("lastModifiedTime")),
          nanos(unix.get("ctime")),
          String.valueOf(unix.get("ino")));
    }
    BasicFileAttributes basic =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return String.join(":", Long.toString(basic.size()), nanos(basic.lastModifiedTime()));
  }

  private static String nanos(@Nullable Object time) {
    return time instanceof FileTime set ? Long.toString(set.to(TimeUnit.NANOSECONDS), 36) : "";
  }
}
