package io.auricle.predict.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.auricle.cache.InstalledParts;
import io.auricle.cache.UserCache;
import io.auricle.folder.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ONNX Runtime in this process (and class loader), started with the first model. Thread-safe. */
final class OnnxEngine {
  private static @Nullable OrtEnvironment started;

  private OnnxEngine() {}

  /**
   * The environment of all sessions.
   *
   * @throws IOException in one line, if ONNX Runtime cannot be started here
   */
  static synchronized OrtEnvironment environment() throws IOException {
    OrtEnvironment environment = started;
    if (environment == null) {
      environment = start();
      started = environment;
    }
    return environment;
  }

  /** Starts it in the background. A fault is left to those who ask for it. */
  static void prepare() {
    Thread thread =
        new Thread(
            () -> {
              try {
                environment();
              } catch (IOException | RuntimeException e) {
                // Said again, to who waits for it.
              }
            },
            "auricle-engine");
    thread.setDaemon(true);
    thread.start();
  }

  private static OrtEnvironment start() throws IOException {
    try {
      load();
      return OrtEnvironment.getEnvironment();
    } catch (IOException | LinkageError | IllegalStateException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new IOException("ONNX Runtime does not start: " + cause.getMessage(), e);
    }
  }

  /**
   * Loads the libraries that the user names, those that were installed with the program, or those
   * of the cache. Where there are none, or its inner steps are not as expected, ONNX Runtime goes
   * its own way when it is first used.
   */
  private static void load() throws IOException {
    String named = System.getProperty(OnnxLibraries.PROPERTY);
    Optional<Path> chosen =
        named == null ? InstalledParts.folder("onnxruntime") : Optional.of(Path.of(named));
    Optional<Path> folder = chosen.isPresent() ? chosen : OnnxLibraries.folder();
    if (folder.isEmpty()) {
      return;
    }
    if (!OnnxStart.isPossible()) {
      System.setProperty(OnnxLibraries.PROPERTY, folder.get().toString());
      return;
    }
    try {
      OnnxStart.from(folder.get());
    } catch (UnsatisfiedLinkError e) {
      if (chosen.isEmpty() && UserCache.removeDamaged(folder.get())) {
        OnnxStart.from(OnnxLibraries.folder().orElseThrow());
      } else {
        startFromCopy(folder.get());
      }
    }
  }

  /**
   * The JVM gives the library of a path to one class loader only; another one needs a copy. It may
   * be removed as soon as it is loaded, but for Windows, where the next such copy removes it.
   */
  private static void startFromCopy(Path folder) throws IOException {
    PrivateFolder copy = PrivateFolder.open(parent(folder), OnnxLibraries.COPY);
    try {
      for (String name : OnnxLibraries.NAMES) {
        String library = System.mapLibraryName(name);
        Files.copy(folder.resolve(library), copy.path().resolve(library));
      }
      OnnxStart.from(copy.path());
    } finally {
      try {
        copy.close();
      } catch (IOException e) {
        // In use, on Windows.
      }
    }
  }

  /** Beside the cached folder, or among the temporary files where the cache cannot be written. */
  private static Path parent(Path folder) {
    Path cache = folder.toAbsolutePath().getParent();
    return cache != null && Files.isWritable(cache)
        ? cache
        : Path.of(System.getProperty("java.io.tmpdir", ""));
  }
}
