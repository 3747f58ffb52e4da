package io.auricle.classic;

import io.auricle.cache.TrainingParts;
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
import org.jspecify.annotations.Nullable;

/**
 * XGBoost's native library, unpacked once to the user's cache folder. Left to itself it unpacks its
 * 14 MB to the folder of temporary files at every start, and leaves them there when killed.
 */
final class BoostingLibrary {
  private static final String NAME = "xgboost4j";

  private BoostingLibrary() {}

  /** The library of this platform in its jar; null if there is none. */
  static @Nullable URL resource() {
    return XGBoost.class.getResource("/lib/" + platform() + "/" + System.mapLibraryName(NAME));
  }

  /**
   * Loads the library before XGBoost is first used. Where it does not lie in a jar or XGBoost is
   * not as expected, that goes its own way.
   *
   * @throws IOException if it is not there, or can be unpacked nowhere
   */
  static synchronized void load() throws IOException {
    try {
      Field done =
          Class.forName("ml.dmlc.xgboost4j.java.NativeLibLoader").getDeclaredField("initialized");
      done.setAccessible(true);
      URL library = resource();
      if (done.getBoolean(null)) {
        return;
      }
      if (library == null) {
        throw new IOException(
            "gradient boosting needs XGBoost's library for this platform, which is not here; "
                + TrainingParts.ADVICE);
      }
      if (!(library.openConnection() instanceof JarURLConnection connection)) {
        return;
      }
      String version = "%08x".formatted(connection.getJarEntry().getCrc());
      String name = System.mapLibraryName(NAME);
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
