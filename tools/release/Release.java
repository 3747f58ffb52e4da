import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds a release of what Maven built: a folder and a zip that need no Java, and a second zip with
 * what only training needs. README.md tells more.
 */
final class Release {
  /** Even seconds, as the oldest field of a zip holds them; the same in every build. */
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private final Path root;
  private final Path output;
  private final Platform platform;
  private final Path lib;
  private final String version;

  private Release(Path root, Path output, Platform platform) throws IOException {
    this.root = root;
    this.output = output;
    this.platform = platform;
    this.lib = root.resolve("app/target/lib");
    this.version = version(lib);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of("").toAbsolutePath();
    Path output = root.resolve("target/release");
    Platform platform = Platform.host();
    boolean packages = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--platform" -> platform = Platform.named(args[++i]);
        case "--output" -> output = Path.of(args[++i]).toAbsolutePath();
        case "--packages" -> packages = true;
        default -> throw new IllegalArgumentException("unknown word " + args[i]);
      }
    }
    try {
      Release release = new Release(root, output, platform);
      Path folder = release.write();
      if (packages && platform == Platform.host()) {
        new Packages(folder, output, release.version).write();
      }
    } catch (IOException e) {
      System.err.println("release: " + e.getMessage());
      System.exit(1);
    }
  }

  private Path write() throws IOException, InterruptedException {
    boolean host = platform == Platform.host();
    String name = "auricle-" + version + "-" + platform.word;
    String trainingName = "auricle-" + version + "-training-" + platform.word;
    Path folder = fresh(output.resolve(name));
    Path training = fresh(output.resolve(trainingName));
    Path app = folder.resolve("lib/app");
    say("jars");
    Jars jars = new Jars(platform, TIME);
    jars.write(lib, app, training.resolve("lib"));
    requireNone("native code of others", jars.strangers(app, false));
    requireNone("native code of others", jars.strangers(training.resolve("lib"), true));
    documents(folder, trainingName);
    for (String text : List.of("LICENSE", "NOTICE")) {
      Files.copy(root.resolve(text), training.resolve(text));
    }
    copy(root.resolve("licences"), training.resolve("licences"));
    Path natives = Files.createDirectories(app.resolve("natives"));
    if (host) {
      say("natives");
      Path work = fresh(output.resolve("work"));
      Natives.unpack(lib, natives, work);
      remove(work);
      say("runtime");
      RuntimeImage.link(app, folder.resolve("lib/runtime"));
      say("class cache");
      new ClassCache(folder).start();
    }
    Licences licences = new Licences(folder.resolve("licences"));
    requireNone(
        "things without the text of their licence",
        licences.missing(app, natives, training.resolve("lib")));
    if (!host) {
      System.out.println(
          folder + " has no runtime, natives and class cache: these are made on " + platform.word);
      return folder;
    }
    say("zips");
    for (Path packed : List.of(folder, training)) {
      Path zip = output.resolve(packed.getFileName() + ".zip");
      ZipFolder.write(packed, zip);
      System.out.printf("%s  %.1f MB%n", zip, Files.size(zip) / 1e6);
    }
    return folder;
  }

  private static void say(String what) {
    System.err.println("release: " + what);
  }

  private void documents(Path folder, String trainingName) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path launchers = root.resolve("tools/release/launcher");
    String launcher = platform.isWindows() ? "auricle.cmd" : "auricle";
    String text = Files.readString(launchers.resolve(launcher)).replace("@training@", trainingName);
    Path program = bin.resolve(launcher);
    Files.writeString(
        program, platform.isWindows() ? text.replaceAll("\r?\n", "\r\n") : text);
    program.toFile().setExecutable(true, false);
    Files.copy(launchers.resolve("java.options"), folder.resolve("lib/app/java.options"));
    for (String file : List.of("LICENSE", "NOTICE", "README.md", "CHANGELOG.md")) {
      Files.copy(root.resolve(file), folder.resolve(file));
    }
    for (String part : List.of("licences", "docs", "samples", "experiments")) {
      copy(root.resolve(part), folder.resolve(part));
    }
  }

  private static String version(Path lib) throws IOException {
    try (Stream<Path> files = Files.exists(lib) ? Files.list(lib) : Stream.empty()) {
      String name =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.startsWith("auricle-app-"))
              .findFirst()
              .orElseThrow(
                  () -> new IOException(lib + " has no auricle-app; run tools/release/build"));
      return name.replaceFirst("auricle-app-(.*?)(-SNAPSHOT)?\\.jar", "$1");
    }
  }

  private static void requireNone(String what, List<String> found) throws IOException {
    if (!found.isEmpty()) {
      throw new IOException("there are " + what + ":\n  " + String.join("\n  ", found));
    }
  }

  private static Path fresh(Path folder) throws IOException {
    remove(folder);
    return Files.createDirectories(folder);
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.sorted().toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
