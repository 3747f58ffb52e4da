package io.auricle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs on the module path see of the library. */
final class ModulesTest {
  /** How files are read: of these no other module needs anything. */
  private static final Set<String> INTERNAL =
      Set.of(
          "io.auricle.audio.ending",
          "io.auricle.audio.ffmpeg",
          "io.auricle.audio.pcm",
          "io.auricle.predict.onnx");

  @ParameterizedTest
  @ValueSource(strings = {"audio", "model"})
  void everyPackageIsExported(String module) throws IOException {
    Path root = Path.of("..", module, "src", "main");
    Path java = root.resolve("java");
    List<String> packages;
    try (Stream<Path> files = Files.walk(java)) {
      packages =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .map(file -> java.relativize(file.resolveSibling("")).toString())
              .map(name -> name.replace('/', '.').replace('\\', '.'))
              .filter(name -> !INTERNAL.contains(name))
              .sorted()
              .toList();
    }
    List<String> exported =
        Files.readAllLines(root.resolve("java-module").resolve("module-info.java")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("exports "))
            .map(line -> line.substring("exports ".length()).replaceFirst("[ ;].*", ""))
            .sorted()
            .toList();
    assertEquals(packages, exported);
  }
}
