package io.auricle.library.store;

import io.auricle.cache.InstalledParts;
import io.auricle.cache.UserCache;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once to the user's cache folder. Left to itself its driver
 * unpacks it to the temporary folder at every start, and leaves it there when killed.
 */
final class SqliteStart {
  private static final String PATH = "org.sqlite.lib.path";

  private SqliteStart() {}

  /** Tells the driver where the library lies; to be called before the first connection. */
  static synchronized void prepare() {
    if (System.getProperty(PATH) != null) {
      return;
    }
    Optional<Path> installed = InstalledParts.folder("sqlite");
    if (installed.isPresent()) {
      System.setProperty(PATH, installed.get().toString());
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    URL library =
        SQLiteConfig.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
    try {
      if (library == null || !(library.openConnection() instanceof JarURLConnection connection)) {
        return;
      }
      // The checksum stands for the version and the platform.
      String folder = "sqlite-%08x".formatted(connection.getJarEntry().getCrc());
      System.setProperty(
          PATH, UserCache.folder(folder, part -> unpack(library, part, name)).toString());
    } catch (IOException e) {
      // Without a cache the driver finds a place of its own.
    }
  }

  private static void unpack(URL library, Path folder, String name) throws IOException {
    try (InputStream in = library.openStream()) {
      Files.copy(in, folder.resolve(name));
    }
  }
}
