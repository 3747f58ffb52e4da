package io.auricle.journal;

import io.auricle.file.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what a file is taken for unchanged.
 *
 * @param path as given
 * @param bytes its size, -1 if it cannot be looked at
 * @param modifiedMillis when it was written, since 1970
 */
public record FileState(String path, long bytes, long modifiedMillis) {
  public static FileState of(Path file) {
    return of(FileName.text(file), file);
  }

  /** The same of a file that the user knows by another name. */
  public static FileState of(String name, Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileState(name, attributes.size(), attributes.lastModifiedTime().toMillis());
    } catch (IOException e) {
      return new FileState(name, -1, -1);
    }
  }
}
