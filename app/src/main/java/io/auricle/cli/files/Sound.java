package io.auricle.cli.files;

import io.auricle.file.FileName;
import java.nio.file.Path;

/**
 * A file to listen to.
 *
 * @param name what the user calls it, and finds it by
 * @param path where it lies
 */
public record Sound(String name, Path path) {
  static Sound of(Path path) {
    return new Sound(FileName.text(path), path);
  }
}
