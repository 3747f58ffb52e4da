import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A Java of no more modules than the program needs. */
final class RuntimeImage {
  /**
   * What no class asks for and is needed all the same: the Vector API is added by the launcher, and
   * names of files in the encodings of Asian systems want their charsets.
   */
  private static final List<String> BY_NAME = List.of("jdk.incubator.vector", "jdk.charsets");

  private RuntimeImage() {}

  /** Links it. */
  static void link(Path app, Path runtime) throws IOException {
    String modules = String.join(",", modules(app));
    Tools.jdk(
        "jlink",
        List.of(
            "--add-modules",
            modules,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            runtime.toString()));
  }

  /** The modules that the classes of the jars ask for, and those that are loaded by name. */
  static TreeSet<String> modules(Path app) throws IOException {
    List<String> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(app)) {
      files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> !file.endsWith("auricle.jar"))
          .map(Path::toString)
          .sorted()
          .forEach(jars::add);
    }
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "25"));
    words.addAll(jars);
    String said = Tools.jdk("jdeps", words);
    TreeSet<String> modules = new TreeSet<>(BY_NAME);
    // Warnings of jars with the same packages stand before it.
    modules.addAll(Arrays.asList(said.substring(said.lastIndexOf('\n') + 1).split(",")));
    return modules;
  }
}
