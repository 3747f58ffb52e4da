import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packages as jpackage makes them of a release: an app-image everywhere, and a package of the system
 * where its tools are there (dpkg-deb and fakeroot on Debian).
 */
final class Packages {
  private final Path release;
  private final Path output;
  private final String version;

  Packages(Path release, Path output, String version) {
    this.release = release;
    this.output = output;
    this.version = version;
  }

  void write() throws IOException {
    Path images = output.resolve("app-image");
    Release.remove(images);
    Path image = images.resolve("auricle");
    Tools.jdk("jpackage", image(images));
    System.out.println(image);
    if (Platform.host().word.startsWith("linux") && Files.exists(Path.of("/usr/bin/dpkg-deb"))) {
      // The script does what the native launcher cannot: training, the locale, the Vector API.
      Files.copy(
          release.resolve("bin/auricle"),
          image.resolve("bin/auricle"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      // Of an image jpackage takes no other folders along.
      Path app = image.resolve("lib/app");
      Release.copy(release.resolve("licences"), app.resolve("licences"));
      for (String text : List.of("LICENSE", "NOTICE", "README.md")) {
        Files.copy(release.resolve(text), app.resolve(text));
      }
      Tools.jdk("jpackage", deb(image));
      try (Stream<Path> files = Files.list(output)) {
        for (Path deb : files.filter(f -> f.toString().endsWith(".deb")).toList()) {
          System.out.printf("%s  %.1f MB%n", deb, Files.size(deb) / 1e6);
        }
      }
    }
  }

  private List<String> image(Path images) throws IOException {
    Path app = release.resolve("lib/app");
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--type", "app-image", "--name", "auricle", "--app-version", version));
    words.addAll(List.of("--dest", images.toString(), "--input", app.toString()));
    words.addAll(List.of("--main-jar", "auricle.jar", "--main-class", "io.auricle.cli.Main"));
    words.addAll(List.of("--runtime-image", release.resolve("lib/runtime").toString()));
    for (String option : Files.readAllLines(app.resolve("java.options"))) {
      words.addAll(List.of("--java-options", option));
    }
    words.addAll(List.of("--java-options", "-Dauricle.natives=$APPDIR/natives"));
    words.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/start.aot"));
    if (Platform.host().isWindows()) {
      words.add("--win-console");
    }
    return words;
  }

  private List<String> deb(Path image) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--type", "deb", "--app-image", image.toString()));
    words.addAll(List.of("--name", "auricle", "--app-version", version));
    words.addAll(List.of("--dest", output.toString(), "--vendor", "The Auricle authors"));
    words.addAll(List.of("--resource-dir", Path.of("tools/release/deb").toString()));
    return words;
  }
}
