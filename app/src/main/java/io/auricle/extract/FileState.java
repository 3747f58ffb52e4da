package io.auricle.extract;

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
record FileState(String path, long bytes, long modifiedMillis) {
  static FileState of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileState(
          FileName.text(file), attributes.size(), attributes.lastModifiedTime().toMillis());
    } catch (IOException e) {
      return new FileState(FileName.text(file), -1, -1);
    }
  }
}
