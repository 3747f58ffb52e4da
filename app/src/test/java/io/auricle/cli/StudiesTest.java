package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.reproduce.Reproduction;
import io.auricle.reproduce.Reproductions;
import io.auricle.reproduce.SimulatedDownload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every entry of the studies on the common download of GTZAN, simulated. The slow ones, which train
 * on audio, run with {@code -Dauricle.studies=all}; {@code -Dauricle.studies=NAME} runs one.
 */
final class StudiesTest {
  /** What takes seconds. */
  private static final Set<String> QUICK =
      Set.of(
          "cs615-figure-1",
          "cs615-figures-2-3",
          "groningen-figure-1",
          "groningen-figure-2",
          "groningen-figure-3",
          "chin-tables-2-3",
          "chin-figure-1",
          "chin-figure-3",
          "chin-table-1",
          "chin-table-5",
          "chin-table-6");

  private static Path folder;
  private static Path data;
  private static Path outside;

  @BeforeAll
  static void download(@TempDir Path temporary) throws IOException {
    folder = temporary;
    data = folder.resolve("download");
    outside = folder.resolve("songs");
    SimulatedDownload.write(data);
    SimulatedDownload.writeOutside(outside);
    SimulatedDownload.writeJamendo(data.resolve("jamendo"));
  }

  static Stream<String> names() {
    return Reproductions.names().stream();
  }

  @Test
  void noEntryMissesAnything() {
    Outcome outcome = Outcome.of("reproduce", "--list", "--data", data, "--outside", outside);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(Reproductions.names().size() + 1, outcome.outLines().size());
    assertFalse(outcome.out().contains("missing"), outcome.out());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyEntryRuns(String name) {
    String wanted = System.getProperty("auricle.studies", "");
    assumeTrue(
        wanted.equals("all") || wanted.equals(name) || (wanted.isEmpty() && QUICK.contains(name)),
        "slow: -Dauricle.studies=all is not given");
    Outcome outcome = run(name);
    assertEquals(0, outcome.code(), outcome.err() + outcome.out());
    assertFalse(outcome.out().contains("not measured"), outcome.out());
    Reproduction table = Reproductions.named(name);
    for (Reproduction.Row row : table.rows()) {
      if (row.heapGigabytes() > 0) {
        continue;
      }
      String line =
          outcome.out().lines().filter(l -> l.startsWith(row.name() + "  ")).findFirst().orElse("");
      // Published, ours, and honest of the first row.
      assertTrue(line.matches(".*\\[[0-9., ]+].*"), row.name() + " in " + outcome.out());
    }
  }

  @Test
  void theCorruptClipIsSaidAndLeftOutOfTheTableOfPieces() throws IOException {
    Outcome outcome = run("chin-table-1");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("jazz.00054.wav"), outcome.err());
    // All but the corrupt and the absent clip, and a copy: the folder is taken as it is.
    assertTrue(
        outcome.out().contains("999 pieces of 130 x 128\n999 arrays, 66.6 MB"), outcome.out());
    assertTrue(outcome.out().contains("999 pieces of 130 x 513\n"), outcome.out());
    assertTrue(outcome.out().contains("999 pieces of 130 x 20\n"), outcome.out());
    Path errors = folder.resolve("work/reproductions/chin-table-1/mel/errors.csv");
    assertEquals(2, Files.readAllLines(errors).size());
  }

  @Test
  void faultsOfTheDownloadAreSaidOfTrainingOnItsAudio() throws IOException {
    Path experiment = folder.resolve("plan.yaml");
    Files.writeString(
        experiment,
        """
        about: {name: a, title: A, description: A, intendedUse: A, limits: A, licence: CC0-1.0}
        labels: [blues, classical, country, disco, hiphop, jazz, metal, pop, reggae, rock]
        seed: 1
        input:
          {features: chin97, clipSeconds: 30, segmentFrames: 1, segmentHopFrames: 1, layout: vector}
        model:
          classic: {kind: logistic, cost: 1}
        data:
          - dataset: gtzan
            path: ${data}/genres_original
            split: {stratified: {seed: 1, train: 0.8, validation: 0.1, test: 0.1}}
        calibrate: false
        """);
    Outcome plan = Outcome.of("train", "--plan", experiment, "--set", "data=" + data);
    assertEquals(0, plan.code(), plan.err());
    String out = plan.out();
    assertTrue(out.contains("left out, missing: country.00007 (no file of this clip)"), out);
    assertTrue(out.contains("left out, known fault: jazz.00054"), out);
    assertTrue(out.contains("left out, unlisted: blues.00003 (1).wav"), out);
    assertTrue(out.contains("the same file under several names: pop.00032 = pop.00033"), out);
  }

  private static Outcome run(String name) {
    List<Object> words =
        new ArrayList<>(
            List.of("reproduce", name, "--quick", "--data", data, "--outside", outside));
    words.addAll(List.of("--workspace", folder.resolve("work")));
    if (name.startsWith("genrewiz-")) {
      // Its pictures have 640 frames, 30 s of sound; with this hop three seconds have as many.
      words.addAll(List.of("--set", "input.features={set: mel, hopLength: 100}"));
    }
    return Outcome.of(words.toArray());
  }
}
