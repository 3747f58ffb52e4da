package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that a signal ends says where it is and how it goes on, and the command does. */
final class StoppedTrainingTest {
  private static final int EPOCHS = 30;

  /** The first column of scores.csv that is a score. */
  private static final int SCORES = 5;

  private static final String GOES_ON = "; it goes on with: ";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void theCommandItNamesGoesOn(String signal) throws Exception {
    assumeTrue(!System.getProperty("os.name", "").startsWith("Windows"), "needs signals");
    assumeTrue(
        !signal.equals("INT") || !Program.isInterruptIgnored(),
        "SIGINT is ignored here, as by nohup");
    Path experiment = TinyNetwork.write(folder, EPOCHS);
    Outcome whole = Program.run(folder, "auricle train \"$1\" --no-export", experiment);
    assertEquals(0, whole.code(), whole.err());

    String said = stopped(signal, experiment);
    String hint = said.lines().filter(line -> line.contains(GOES_ON)).findFirst().orElseThrow();
    String run = hint.substring("auricle: not finished: ".length(), hint.indexOf(GOES_ON));
    assertTrue(Files.isDirectory(folder.resolve(run)), hint);
    assertFalse(Files.exists(folder.resolve(run).resolve("run.json")), "had ended before");
    assertTrue(hint.endsWith(" --resume \"%s\" --workspace \"my work\"".formatted(run)), hint);

    Outcome resumed = Program.run(folder, hint.substring(hint.indexOf(GOES_ON) + GOES_ON.length()));
    assertEquals(0, resumed.code(), hint + resumed.err());
    assertEquals(run, resumed.out().strip());
    assertFalse(resumed.err().contains("epoch 1 of"), resumed.err());
    List<String> epochs = epochs(run);
    assertEquals(EPOCHS, epochs.size());
    for (int i = 0; i < EPOCHS; i++) {
      assertTrue(epochs.get(i).contains("\"epoch\":%d,".formatted(i + 1)), epochs.get(i));
    }
    assertSameScores(
        Files.readAllLines(folder.resolve(whole.out().strip()).resolve("scores.csv")),
        Files.readAllLines(folder.resolve(run).resolve("scores.csv")));
  }

  @Test
  void aRunThatIsRefusedLeavesNothingToGoOnWith() throws Exception {
    Path experiment = TinyNetwork.write(folder, EPOCHS);
    Outcome refused =
        Program.run(folder, "auricle train \"$1\" --set input.layout=bands_frames", experiment);
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().contains("mine.yaml"), refused.err());
    assertFalse(refused.err().contains("goes on"), refused.err());
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      assertEquals(List.of(), runs.toList());
    }
  }

  /** What a training says that is stopped after some epochs. */
  private String stopped(String signal, Path experiment) throws Exception {
    File said = folder.resolve("said.txt").toFile();
    Process shell =
        Program.shell(
                folder,
                "auricle train \"$1\" --no-export --workspace \"my work\"; exit $?",
                experiment)
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    while (!Files.readString(said.toPath()).contains("epoch 3 of")) {
      assertTrue(shell.isAlive(), Files.readString(said.toPath()));
      Thread.sleep(5);
    }
    ProcessHandle training = shell.descendants().findFirst().orElseThrow();
    new ProcessBuilder("kill", "-" + signal, Long.toString(training.pid())).start().waitFor();
    assertTrue(shell.waitFor(180, TimeUnit.SECONDS), "still runs after 180 s");
    assertEquals(signal.equals("INT") ? 130 : 143, shell.exitValue());
    return Files.readString(said.toPath());
  }

  /**
   * Two threads, which trainings have, may round a sum otherwise when much else runs (on one thread
   * the weights are equal to the last bit, as tests of the training say); what a checkpoint forgets
   * moves these scores by more than a hundred times the tolerance.
   */
  private static void assertSameScores(List<String> expected, List<String> actual) {
    assertEquals(expected.size(), actual.size());
    for (int row = 0; row < expected.size(); row++) {
      String[] one = expected.get(row).split(",", -1);
      String[] other = actual.get(row).split(",", -1);
      assertEquals(one.length, other.length, actual.get(row));
      for (int column = 0; column < one.length; column++) {
        if (row > 0 && column >= SCORES) {
          assertEquals(
              Double.parseDouble(one[column]),
              Double.parseDouble(other[column]),
              1e-6,
              actual.get(row));
        } else {
          assertEquals(one[column], other[column], actual.get(row));
        }
      }
    }
  }

  private List<String> epochs(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl"));
  }
}
