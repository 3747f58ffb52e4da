import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes as the JVM has them after loading, checking and linking, and what it learned of their
 * methods, recorded from a run of the finished program.
 */
final class ClassCache {
  private final Path root;
  private final Path app;

  ClassCache(Path root) {
    this.root = root;
    this.app = root.resolve("lib/app");
  }

  /**
   * Records short work: one file that is read in Java and one that FFmpeg reads. A server finds most
   * of its classes there, too; one of its own is not made, since on JDK 25 a process that a signal
   * ends was seen to hang while it wrote one.
   */
  void start() throws IOException, InterruptedException {
    Path cache = app.resolve("start.aot");
    Tools.run(
        root,
        java(
            cache,
            "classify",
            root.resolve("samples/jazz.wav").toString(),
            root.resolve("samples/metal.mp3").toString()));
    require(cache);
  }

  private List<String> java(Path cache, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    boolean windows = Platform.host().isWindows();
    command.add(root.resolve("lib/runtime/bin/java" + (windows ? ".exe" : "")).toString());
    command.add("@" + app.resolve("java.options"));
    command.add("-Dauricle.natives=" + app.resolve("natives"));
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(List.of("-cp", app.resolve("auricle.jar").toString(), "io.auricle.cli.Main"));
    command.addAll(List.of(words));
    return command;
  }

  private static void require(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      throw new IOException(cache + " was not written");
    }
  }
}
