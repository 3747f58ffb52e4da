package io.auricle.experiment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.featureset.FeatureSetFile;
import io.auricle.network.NetworkCatalogue;
import io.auricle.tune.Search;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of YAML that no honest user writes: each reader refuses them in one line. */
final class HostileFilesTest {
  private interface Action {
    void read(Path file) throws Exception;
  }

  /** Whoever reads YAML of users. */
  private record Reader(String name, Action action) {
    Executable of(Path file) {
      return () -> action.read(file);
    }
  }

  static Stream<Reader> readers() {
    return Stream.of(
        new Reader("experiment", file -> ExperimentReader.read(file, Map.of())),
        new Reader("tags", ExperimentReader::readCleanUp),
        new Reader("search", Search::read),
        new Reader("features", FeatureSetFile::read),
        new Reader("network", file -> NetworkCatalogue.find(file.toString(), 10)));
  }

  private final Path folder;

  HostileFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void refuses(Reader reader, Path file, String fault) {
    String message = String.valueOf(assertThrows(Exception.class, reader.of(file)).getMessage());
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains(fault), message);
    assertFalse(
        message.matches("(?s).*(Exception|[dD]eserialize|java\\.|io\\.auricle|`).*"), message);
  }

  private Path file(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("file.yaml"), bytes);
  }

  private Path file(String text) throws Exception {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("readers")
  @Timeout(180)
  void areRefused(Reader reader) throws Exception {
    refuses(reader, file("name: a\nkind: b\nname: c\n"), ":3: key name must be given once");
    refuses(reader, file("a: {b: 1,\n  b: 2}"), ":");
    refuses(
        reader,
        file("name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)),
        ", line 1: is not UTF-8");
    refuses(reader, file("name: [".repeat(2000)), ":1: ");
    refuses(reader, file("a:\n  - " + "[".repeat(10_000)), "nested too deep");
    refuses(reader, file(laughs()), ":");
    refuses(reader, file("a: &a [*a]\nname: x"), ":");
    refuses(reader, file("a: b\n  c: d\n"), ":2: not YAML: ");
    refuses(reader, file(""), ":1: the file is empty");
    Path large = folder.resolve("large.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(60_000_000);
    }
    refuses(reader, large, ": has more than the 1 MB that such a file may have");
    refuses(reader, Files.createDirectory(folder.resolve("f.yaml")), ": is a folder");
    Path pipe = folder.resolve("pipe.yaml");
    if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
      refuses(reader, pipe, ": is a pipe or a device");
    }
  }

  /** Ten levels of ten times the level before. */
  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int level = 1; level < 10; level++) {
      String before = "*a" + (level - 1);
      text.append("a%d: &a%d [".formatted(level, level));
      text.append(String.join(", ", Stream.generate(() -> before).limit(10).toList()));
      text.append("]\n");
    }
    return text.toString();
  }
}
