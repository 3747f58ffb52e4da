package io.auricle.audio.ffmpeg;

import io.auricle.cache.InstalledParts;
import io.auricle.cache.UserCache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Where FFmpeg is. The system property {@value #PROPERTY} names an executable (FFmpeg 6 or later);
 * otherwise it is the one that was installed with the program ({@link InstalledParts}); otherwise
 * the one in the {@code org.bytedeco:ffmpeg} jar is unpacked, once for each version, to the user's
 * cache folder ({@link UserCache}).
 *
 * @param file the executable
 * @param libraries the folder of its libraries, if it has some of its own
 */
public record FfmpegExecutable(Path file, Optional<Path> libraries) {
  public static final String PROPERTY = "auricle.ffmpeg";

  private static final String PART = "ffmpeg";

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

  private static volatile @Nullable String cacheName;

  /**
   * The executable, unpacked if need be.
   *
   * @throws IOException if there is no FFmpeg for this platform or it cannot be unpacked
   */
  public static FfmpegExecutable find() throws IOException {
    String chosen = System.getProperty(PROPERTY);
    if (chosen != null) {
      return new FfmpegExecutable(Path.of(chosen), Optional.empty());
    }
    String platform = platform();
    String name = platform.startsWith("windows") ? "ffmpeg.exe" : "ffmpeg";
    Optional<Path> installed = InstalledParts.folder(PART);
    if (installed.isPresent()) {
      return new FfmpegExecutable(installed.get().resolve(name), installed);
    }
    Path folder = UserCache.folder(cacheName(platform, name), part -> unpack(part, platform, name));
    return new FfmpegExecutable(folder.resolve(name), Optional.of(folder));
  }

  /**
   * Looks closer at what is unpacked, to be called when it fails.
   *
   * @return whether it was damaged, so that {@link #find} gives another one
   */
  boolean removeDamaged() throws IOException {
    return libraries.isPresent()
        && !libraries.equals(InstalledParts.folder(PART))
        && UserCache.removeDamaged(libraries.get());
  }

  /** Lets a process that is about to start find the libraries. */
  void prepare(ProcessBuilder builder) {
    if (libraries.isPresent()) {
      // By the working folder, since a list of paths cannot name one with a colon in it.
      builder.directory(libraries.get().toFile());
      builder.environment().put("LD_LIBRARY_PATH", ".");
    }
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

  /** The jar does not change while the program runs, so it is asked once. */
  private static String cacheName(String platform, String name) throws IOException {
    String known = cacheName;
    if (known == null) {
      String entry = FfmpegJar.FOLDER + platform + "/" + name;
      try (FfmpegJar jar = FfmpegJar.with(entry, platform)) {
        known = "ffmpeg-" + jar.version(entry) + "-" + platform;
      }
      cacheName = known;
    }
    return known;
  }

  private static void unpack(Path folder, String platform, String name) throws IOException {
    String prefix = FfmpegJar.FOLDER + platform + "/";
    try (FfmpegJar opened = FfmpegJar.with(prefix + name, platform)) {
      JarFile jar = opened.entries();
      List<JarEntry> entries = jar.stream().filter(e -> isWanted(e.getName(), prefix)).toList();
      for (JarEntry entry : entries) {
        unpack(jar, entry, folder.resolve(entry.getName().substring(prefix.length())), platform);
      }
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
}
