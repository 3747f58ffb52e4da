package io.auricle.library.scan;

import io.auricle.file.FileName;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file with sound that is there.
 *
 * @param path absolute
 * @param name the path as a library keeps it
 * @param bytes its size, -1 if it cannot be looked at
 * @param modifiedMillis when it was written, since 1970
 */
public record FoundFile(Path path, String name, long bytes, long modifiedMillis) {
  /**
   * @param path absolute
   * @param facts what the system says of it, if it does
   */
  static FoundFile of(Path path, Optional<BasicFileAttributes> facts) {
    return new FoundFile(
        path,
        FileName.text(path),
        facts.map(BasicFileAttributes::size).orElse(-1L),
        facts.map(said -> said.lastModifiedTime().toMillis()).orElse(-1L));
  }
}
