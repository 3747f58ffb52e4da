package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training writes to the stderr of its process, native libraries included. */
final class TrainStderrTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void nothingIsSaidButByTheProgram() throws IOException, InterruptedException {
    Path experiment = TinyNetwork.write(folder, 1);
    Outcome outcome = Program.run(folder, "auricle train \"$1\" --no-export", experiment);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("auricle: epoch 1 of 1"), outcome.err());
    for (String line : outcome.errLines()) {
      assertTrue(!line.contains("Warning") && !line.contains("deprecated"), outcome.err());
    }
    Path run = Path.of(outcome.out().strip());
    assertTrue(Files.exists(folder.resolve(run).resolve("model/card.json")), outcome.out());
  }
}
