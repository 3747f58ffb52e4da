import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Native parts as they lie on the disk, so that a start unpacks nothing. */
final class Natives {
  private static final Map<String, String> PARTS =
      Map.of("ffmpeg-", "ffmpeg", "onnxruntime-", "onnxruntime", "sqlite-", "sqlite");

  private Natives() {}

  /** Lets the program unpack its own, which proves them at once, and takes them from its cache. */
  static void unpack(Path lib, Path target, Path work) throws IOException, InterruptedException {
    Path cache = Files.createDirectories(work.resolve("cache"));
    Tools.run(
        work,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dauricle.cache=" + cache,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            lib.resolve("*").toString(),
            "io.auricle.cli.Main",
            "doctor"));
    int found = 0;
    try (Stream<Path> folders = Files.list(cache)) {
      for (Path folder : folders.toList()) {
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
          if (folder.getFileName().toString().startsWith(part.getKey())) {
            copy(folder, target.resolve(part.getValue()));
            found++;
          }
        }
      }
    }
    if (found != PARTS.size()) {
      throw new IOException(cache + " has " + found + " of the parts " + PARTS.values());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("manifest")) {
          Path copy = Files.copy(file, to.resolve(name));
          copy.toFile().setExecutable(true, false);
        }
      }
    }
  }
}
