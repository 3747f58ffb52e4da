package io.auricle.predict.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.auricle.cache.UserCache;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ONNX Runtime's native libraries, unpacked once to the user's cache folder. Left to itself it
 * unpacks its 22 MB to a new temporary folder at every start, and leaves them there when killed.
 */
final class OnnxLibraries {
  /** Where ONNX Runtime looks for libraries. */
  static final String PROPERTY = "onnxruntime.native.path";

  /** Kind of the folders that hold a copy for another class loader. */
  static final String COPY = "copy-";

  static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private OnnxLibraries() {}

  /**
   * The folder of the libraries, unpacked if need be; empty if they do not lie in a jar.
   *
   * @throws IOException if they can be unpacked nowhere
   */
  static Optional<Path> folder() throws IOException {
    String platform = platform();
    URL library = resource(platform, NAMES.get(0));
    if (library == null || !(library.openConnection() instanceof JarURLConnection connection)) {
      return Optional.empty();
    }
    // The jar does not tell its version, so the checksum stands for it.
    long version = connection.getJarEntry().getCrc();
    String name = "onnxruntime-%08x-%s".formatted(version, platform);
    return Optional.of(UserCache.folder(name, part -> unpack(part, platform)));
  }

  private static void unpack(Path folder, String platform) throws IOException {
    for (String name : NAMES) {
      URL library = resource(platform, name);
      if (library == null) {
        throw new IOException("ONNX Runtime has no " + name + " for " + platform);
      }
      try (InputStream in = library.openStream()) {
        Files.copy(in, folder.resolve(System.mapLibraryName(name)));
      }
    }
  }

  private static @Nullable URL resource(String platform, String name) {
    // Asked of its own class, which knows what is in its module.
    return OrtEnvironment.class.getResource(
        "/ai/onnxruntime/native/" + platform + "/" + System.mapLibraryName(name));
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean mac = os.contains("mac") || os.contains("darwin");
    String system = mac ? "osx" : os.contains("win") ? "win" : "linux";
    String arch = System.getProperty("os.arch", "");
    return system + (arch.equals("aarch64") || arch.equals("arm64") ? "-aarch64" : "-x64");
  }
}
