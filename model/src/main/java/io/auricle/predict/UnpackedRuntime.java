package io.auricle.predict;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The native libraries that ONNX Runtime unpacks to a temporary folder at every start. It asks for
 * that folder to be deleted before its files, so the folder would stay behind for ever.
 */
final class UnpackedRuntime {
  private static final String CLASS = "ai.onnxruntime.OnnxRuntime";
  private static final String FIELD = "tempDirectory";

  private UnpackedRuntime() {}

  /**
   * Deletes the folder. Call it once the libraries are loaded, when Unix needs their files no more;
   * Windows keeps them until the end, as ONNX Runtime means them to be.
   */
  static void remove() {
    try {
      Field field = Class.forName(CLASS).getDeclaredField(FIELD);
      field.setAccessible(true);
      if (field.get(null) instanceof Path folder && Files.isDirectory(folder)) {
        delete(folder);
      }
    } catch (ReflectiveOperationException | IOException e) {
      // Another version, or files in use: an empty folder more, and no reason to fail.
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
