package io.auricle.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder of the class path, known from the start: the class loader remembers every
 * name that it is asked for, whether there is such a file or not, so it must not be asked for what
 * clients write. Immutable.
 */
final class ResourceFolder {
  private final String folder;
  private final Set<String> paths;

  private ResourceFolder(String folder, Set<String> paths) {
    this.folder = folder;
    this.paths = Set.copyOf(paths);
  }

  /**
   * The folder that holds a file.
   *
   * @param folder as {@code /web}
   * @param file that is in it, as {@code /index.html}
   */
  static ResourceFolder of(String folder, String file) {
    URL url = Objects.requireNonNull(ResourceFolder.class.getResource(folder + file));
    try {
      URLConnection connection = url.openConnection();
      Set<String> paths =
          connection instanceof JarURLConnection jar
              ? inJar(jar, folder.substring(1) + "/")
              : inFolder(Path.of(url.toURI()), file);
      return new ResourceFolder(folder, paths);
    } catch (IOException e) {
      throw new UncheckedIOException(url + ": cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url + ": is no address", e);
    }
  }

  private static Set<String> inJar(JarURLConnection jar, String prefix) throws IOException {
    return jar.getJarFile().stream()
        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
        .map(entry -> entry.getName().substring(prefix.length() - 1))
        .collect(Collectors.toSet());
  }

  private static Set<String> inFolder(Path file, String name) throws IOException {
    Path folder = file;
    for (int i = 0; i < name.chars().filter(c -> c == '/').count(); i++) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    Path root = folder;
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(path -> "/" + root.relativize(path).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    }
  }

  /** Whether there is a file, its path as {@code /js/page.js}. */
  boolean has(String path) {
    return paths.contains(path);
  }

  /** All paths, in order. */
  Set<String> paths() {
    return new TreeSet<>(paths);
  }

  /** A file that is there. */
  byte[] bytes(String path) throws IOException {
    try (InputStream in = ResourceFolder.class.getResourceAsStream(folder + path)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
