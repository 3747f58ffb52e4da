package io.auricle.audio.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The jar that FFmpeg comes in, {@code org.bytedeco:ffmpeg} of this platform: on the class path, or
 * on the module path, where it need not be a resolved module since no code of it is used.
 */
final class FfmpegJar implements AutoCloseable {
  /** Where its programs lie, followed by the platform. */
  static final String FOLDER = "org/bytedeco/ffmpeg/";

  private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";
  private static final String MODULE = "org.bytedeco.ffmpeg.";

  private final JarFile jar;

  private FfmpegJar(JarFile jar) {
    this.jar = jar;
  }

  /**
   * Opens the jar that holds an entry.
   *
   * @throws IOException if there is none
   */
  static FfmpegJar with(String entry, String platform) throws IOException {
    URL url = FfmpegJar.class.getClassLoader().getResource(entry);
    if (url != null && url.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false);
      return new FfmpegJar(connection.getJarFile());
    }
    Optional<Path> module = module(platform);
    if (module.isPresent()) {
      return new FfmpegJar(new JarFile(module.get().toFile()));
    }
    throw new IOException(
        "no FFmpeg on the class path or the module path; add org.bytedeco:ffmpeg:%s, or name one with -D%s=FILE"
            .formatted(platform, FfmpegExecutable.PROPERTY));
  }

  private static Optional<Path> module(String platform) {
    String path = System.getProperty("jdk.module.path", "");
    Path[] elements =
        Arrays.stream(path.split(File.pathSeparator, -1))
            .filter(element -> !element.isEmpty())
            .map(Path::of)
            .toArray(Path[]::new);
    try {
      return ModuleFinder.of(elements)
          .find(MODULE + platform.replace('-', '.'))
          .flatMap(module -> module.location())
          .map(Path::of)
          .filter(Files::isRegularFile);
    } catch (FindException e) {
      return Optional.empty();
    }
  }

  JarFile entries() {
    return jar;
  }

  /** The version of what is in it, or a checksum where jars were put together to one. */
  String version(String entry) throws IOException {
    Properties properties = new Properties();
    JarEntry described = jar.getJarEntry(VERSION);
    if (described != null) {
      try (InputStream in = jar.getInputStream(described)) {
        properties.load(in);
      }
    }
    String version = properties.getProperty("version");
    return version == null ? "%08x".formatted(jar.getJarEntry(entry).getCrc()) : version;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
