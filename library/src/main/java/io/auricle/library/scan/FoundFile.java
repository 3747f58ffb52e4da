package io.auricle.library.scan;

import io.auricle.file.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file with sound that is there.
 *
 * @param path absolute
 * @param name the path as a library keeps it
 * @param bytes its size, -1 if it cannot be looked at
 * @param modifiedMillis when it was written, since 1970
 */
public record FoundFile(Path path, String name, long bytes, long modifiedMillis) {
  static FoundFile of(Path file) {
    Path path = file.toAbsolutePath().normalize();
    String name = FileName.text(path);
    try {
      BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
      return new FoundFile(path, name, facts.size(), facts.lastModifiedTime().toMillis());
    } catch (IOException e) {
      return new FoundFile(path, name, -1, -1);
    }
  }
}
