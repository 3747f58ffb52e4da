package io.auricle.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the user's cache where native parts are unpacked once: {@code auricle} in {@code
 * XDG_CACHE_HOME}, {@code LOCALAPPDATA} or {@code ~/.cache}, unless the system property {@value
 * #PROPERTY} names another.
 */
public final class CacheFolder {
  /** Names another cache folder than the user's. */
  static final String PROPERTY = "auricle.cache";

  private CacheFolder() {}

  /** Where the folder is or would be. */
  public static Path path() {
    String chosen = System.getProperty(PROPERTY);
    String xdg = System.getenv("XDG_CACHE_HOME");
    String local = System.getenv("LOCALAPPDATA");
    if (chosen != null) {
      return Path.of(chosen);
    }
    if (xdg != null && !xdg.isEmpty()) {
      return Path.of(xdg, "auricle");
    }
    if (local != null && !local.isEmpty()) {
      return Path.of(local, "auricle", "cache");
    }
    return Path.of(System.getProperty("user.home", ""), ".cache", "auricle");
  }

  /** The folder, made if it is missing. */
  static Path made() throws IOException {
    Path folder = path();
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          folder + " cannot be made; name another cache folder with -D" + PROPERTY, e);
    }
  }
}
