package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that lack what most have: it works nevertheless, or one line says what to set. */
final class EnvironmentTest {
  private static final Path WAV = Path.of("../samples/jazz.wav").toAbsolutePath();
  private static final String HOMELESS =
      "cd work; HOME=? XDG_CACHE_HOME=? \"$java\" -Duser.home=? -Djava.io.tmpdir=\"$2\""
          + " -cp \"$classes\" io.auricle.cli.Main classify \"$1\"";

  private final Path folder;
  private final Path work;

  EnvironmentTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.work = Files.createDirectory(folder.resolve("work"));
  }

  @Test
  void withoutAHomeTheCacheIsPrivateAmongTemporaryFiles() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Outcome outcome = Program.run(folder, HOMELESS, WAV, temporary);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(List.of(), list(work));
    assertEquals(1, list(temporary).size(), list(temporary).toString());
    assertTrue(list(temporary).get(0).startsWith("auricle-cache-"), list(temporary).toString());
  }

  @Test
  void withoutAnyPlaceOneLineSaysWhatToSet() throws Exception {
    Outcome outcome = Program.run(folder, HOMELESS, WAV, folder.resolve("nowhere"));
    assertEquals(1, outcome.code());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains("XDG_CACHE_HOME"), outcome.err());
    assertEquals(List.of(), list(work));
  }

  @Test
  void tooLittleMemoryIsOneLine() throws Exception {
    Outcome outcome =
        Program.run(
            folder, "\"$java\" -Xmx12m -cp \"$classes\" io.auricle.cli.Main classify \"$1\"", WAV);
    assertEquals(1, outcome.code());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains("AURICLE_JAVA_OPTIONS=-Xmx"), outcome.err());
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
