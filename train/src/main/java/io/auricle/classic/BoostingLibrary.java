package io.auricle.classic;

import io.auricle.cache.UserCache;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import ml.dmlc.xgboost4j.java.XGBoost;

/**
 * XGBoost's native library, unpacked once to the user's cache folder. Left to itself it unpacks its
 * 14 MB to the folder of temporary files at every start, and leaves them there when killed.
 */
final class BoostingLibrary {
  private BoostingLibrary() {}

  /**
   * Loads the library before XGBoost is first used. Where it does not lie in a jar or XGBoost is
   * not as expected, that goes its own way.
   *
   * @throws IOException if it can be unpacked nowhere
   */
  static synchronized void load() throws IOException {
    try {
      Field done =
          Class.forName("ml.dmlc.xgboost4j.java.NativeLibLoader").getDeclaredField("initialized");
      done.setAccessible(true);
      String name = System.mapLibraryName("xgboost4j");
      URL library = XGBoost.class.getResource("/lib/" + platform() + "/" + name);
      if (done.getBoolean(null)
          || library == null
          || !(library.openConnection() instanceof JarURLConnection connection)) {
        return;
      }
      String version = "%08x".formatted(connection.getJarEntry().getCrc());
      Path folder =
          UserCache.folder(
              "xgboost-" + version,
              part -> {
                try (InputStream in = library.openStream()) {
                  Files.copy(in, part.resolve(name));
                }
              });
      System.load(folder.resolve(name).toAbsolutePath().toString());
      done.setBoolean(null, true);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      // The slower start is no reason to fail.
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean mac = os.contains("mac") || os.contains("darwin");
    String arch = System.getProperty("os.arch", "");
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    return (mac ? "macos" : os.contains("win") ? "windows" : "linux")
        + (arm ? "/aarch64" : "/x86_64");
  }
}
