package io.auricle.cache;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Native parts that were installed with the program, a folder each, in the folder that the system
 * property {@value #PROPERTY} names. They are used where they lie: nothing is unpacked, checked or
 * ever removed there. Without the property, or without such a folder, there are none.
 */
public final class InstalledParts {
  /** Names the folder; a release's launcher sets it. */
  public static final String PROPERTY = "auricle.natives";

  private InstalledParts() {}

  /**
   * The folder of a part.
   *
   * @param name {@code ffmpeg}, {@code onnxruntime} or {@code sqlite}
   */
  public static Optional<Path> folder(String name) {
    String parent = System.getProperty(PROPERTY, "");
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(parent, name).toAbsolutePath()).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
