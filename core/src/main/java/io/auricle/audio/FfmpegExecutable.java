package io.auricle.audio;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Where FFmpeg is. The system property {@value #PROPERTY} names an executable (FFmpeg 6 or later);
 * otherwise the one in the {@code org.bytedeco:ffmpeg} jar is unpacked, once for each version, to
 * the user's cache folder. Several processes may do so at once: each unpacks to a folder of its own
 * and renames it, and the first one wins.
 *
 * @param file the executable
 * @param libraries the folder of its libraries, if it has some of its own
 */
record FfmpegExecutable(Path file, Optional<Path> libraries) {
  static final String PROPERTY = "auricle.ffmpeg";

  /** Names another cache folder than the user's. */
  static final String CACHE_PROPERTY = "auricle.cache";

  private static final String JAR_FOLDER = "org/bytedeco/ffmpeg/";
  private static final String JAR_VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final List<String> DEVICE_FUNCTIONS =
      List.of(
          "avdevice_configuration",
          "avdevice_free_list_devices",
          "avdevice_list_input_sources",
          "avdevice_list_output_sinks",
          "avdevice_register_all",
          "avdevice_version",
          "av_input_audio_device_next",
          "av_input_video_device_next",
          "av_output_audio_device_next",
          "av_output_video_device_next");

  /**
   * @throws IOException if there is no FFmpeg for this platform or it cannot be unpacked
   */
  static FfmpegExecutable find() throws IOException {
    String chosen = System.getProperty(PROPERTY);
    if (chosen != null) {
      return new FfmpegExecutable(Path.of(chosen), Optional.empty());
    }
    String platform = platform();
    String name = platform.startsWith("windows") ? "ffmpeg.exe" : "ffmpeg";
    Path cache = cacheFolder();
    Path folder = cache.resolve("ffmpeg-" + version() + "-" + platform);
    Path file = folder.resolve(name);
    if (!Files.isExecutable(file)) {
      unpack(cache, folder, platform, name);
    }
    return new FfmpegExecutable(file, Optional.of(folder));
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String system = os.contains("win") ? "windows" : os.contains("mac") ? "macosx" : "linux";
    if (os.contains("darwin")) {
      system = "macosx";
    }
    String arch = System.getProperty("os.arch", "");
    return system + (arch.equals("aarch64") || arch.equals("arm64") ? "-arm64" : "-x86_64");
  }

  private static String version() throws IOException {
    try (InputStream in =
        FfmpegExecutable.class.getClassLoader().getResourceAsStream(JAR_VERSION)) {
      if (in == null) {
        return "unknown";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    }
  }

  private static Path cacheFolder() throws IOException {
    String chosen = System.getProperty(CACHE_PROPERTY);
    String home = System.getProperty("user.home", "");
    String xdg = System.getenv("XDG_CACHE_HOME");
    String local = System.getenv("LOCALAPPDATA");
    Path folder;
    if (chosen != null) {
      folder = Path.of(chosen);
    } else if (xdg != null && !xdg.isEmpty()) {
      folder = Path.of(xdg, "auricle");
    } else if (local != null && !local.isEmpty()) {
      folder = Path.of(local, "auricle", "cache");
    } else {
      folder = Path.of(home, ".cache", "auricle");
    }
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          folder + " cannot be made; name another cache folder with -D" + CACHE_PROPERTY, e);
    }
  }

  private static void unpack(Path cache, Path folder, String platform, String name)
      throws IOException {
    removeAbandoned(cache);
    String prefix = JAR_FOLDER + platform + "/";
    URL url = FfmpegExecutable.class.getClassLoader().getResource(prefix + name);
    if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException(
          "no FFmpeg for " + platform + " on the class path; name one with -D" + PROPERTY);
    }
    Path part = Files.createDirectory(cache.resolve("part-" + UUID.randomUUID()));
    try {
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        List<JarEntry> entries = jar.stream().filter(e -> isWanted(e.getName(), prefix)).toList();
        for (JarEntry entry : entries) {
          unpack(jar, entry, part.resolve(entry.getName().substring(prefix.length())), platform);
        }
      }
      if (!part.resolve(name).toFile().setExecutable(true)) {
        throw new IOException(part + " does not allow executables");
      }
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process was first.
    } catch (FileSystemException e) {
      if (!Files.isExecutable(folder.resolve(name))) {
        throw e;
      }
    } finally {
      remove(part);
    }
  }

  private static boolean isWanted(String entry, String prefix) {
    String name = entry.startsWith(prefix) ? entry.substring(prefix.length()) : "";
    // The rest binds FFmpeg to Java, or is the other executable.
    return !name.isEmpty()
        && !name.contains("/")
        && !name.contains("jni")
        && !name.startsWith("ffprobe")
        && !name.startsWith("ffplay");
  }

  private static void unpack(JarFile jar, JarEntry entry, Path target, String platform)
      throws IOException {
    String name = target.getFileName().toString();
    if (platform.startsWith("linux") && name.startsWith("libavdevice.so.")) {
      String version = "LIBAVDEVICE_" + name.substring("libavdevice.so.".length());
      boolean arm64 = platform.endsWith("arm64");
      Files.write(target, StubLibrary.write(name, version, DEVICE_FUNCTIONS, arm64));
      return;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }

  /** Removes what processes left that were killed while they unpacked. */
  private static void removeAbandoned(Path cache) throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
    try (Stream<Path> parts = Files.list(cache)) {
      for (Path part : parts.filter(p -> p.getFileName().toString().startsWith("part-")).toList()) {
        if (Files.isDirectory(part) && Files.getLastModifiedTime(part).compareTo(limit) < 0) {
          remove(part);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
