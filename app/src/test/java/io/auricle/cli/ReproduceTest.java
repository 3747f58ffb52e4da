package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.feature.set.FeatureSets;
import io.auricle.reproduce.Reproductions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published tables, on made data that take the place of theirs. */
final class ReproduceTest {
  private static final String TABLE = "gtzan-features/features_3_sec_half_untracked.csv";
  private static final List<String> LABELS = List.of("blues", "classical", "hiphop", "pop", "rock");

  private Path data;
  private Path workspace;

  @BeforeEach
  void folders(@TempDir Path temporary) throws IOException {
    data = Files.createDirectory(temporary.resolve("data"));
    workspace = temporary.resolve("work");
  }

  @Test
  void everyTableIsListedWithWhatItNeeds() {
    Outcome outcome = Outcome.of("reproduce", "--list");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(Reproductions.names().size() + 1, outcome.outLines().size());
    assertTrue(outcome.out().contains(TABLE), outcome.out());
    assertFalse(outcome.out().contains("missing"), outcome.out());
    Outcome empty = Outcome.of("reproduce", "--list", "--data", data);
    assertTrue(empty.out().contains("missing: features_3_sec.csv, or " + TABLE), empty.out());
  }

  @Test
  void whereDataAreMissingASentenceSaysSoAndNothingFails() {
    Outcome outcome =
        Outcome.of("reproduce", "chin-table-7", "--data", data, "--workspace", workspace);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome
            .out()
            .contains(
                ("not measured: %s has no jamendo/audio and jamendo/autotagging_moodtheme.tsv"
                        + " (MTG-Jamendo with its audio), and no emotify/labels.csv (Emotify)")
                    .formatted(data)),
        outcome.out());
  }

  @Test
  void picturesOfNetworksNeedNoData() {
    Outcome outcome =
        Outcome.of("reproduce", "chin-table-6", "--data", data, "--workspace", workspace);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("auricle network show chin-mood --classes 35"));
    assertTrue(outcome.out().matches("(?s).*max-pool-5 +512x1x1.*"), outcome.out());
  }

  @Test
  void aTableThatCannotBeHonestSaysWhy() throws IOException {
    writeTable();
    Outcome outcome =
        Outcome.of(
            "reproduce",
            "groningen-results-3-seconds",
            "--quick",
            "--data",
            data,
            "--workspace",
            workspace);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("A smoke test: the figures of this run say nothing."));
    assertTrue(
        outcome.out().contains("honest: cannot be had, for the table does not say which song"),
        outcome.out());
    assertTrue(
        outcome.out().matches("(?s).*feed-forward network +0\\.923 +\\d\\.\\d+ \\[.*\\] +-\\R.*"),
        outcome.out());
  }

  @Test
  void oneRowOfATableIsEnough() throws IOException {
    writeTable();
    Outcome outcome =
        Outcome.of(
            "reproduce",
            "--row",
            "Feed-Forward",
            "--quick",
            "--data",
            data,
            "--workspace",
            workspace);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("groningen-results-3-seconds: "), outcome.out());
    assertTrue(
        outcome.outLines().stream().anyMatch(line -> line.startsWith("feed-forward network  ")),
        outcome.out());
    assertTrue(
        outcome.outLines().stream().noneMatch(line -> line.startsWith("convolutional network")),
        outcome.out());
    assertFalse(outcome.out().contains("cs615"), outcome.out());
  }

  @Test
  void aRowThatNoTableHasIsRefusedWithThoseThereAre() {
    Outcome outcome =
        Outcome.of("reproduce", "cs615-table-2", "--row", "900 units", "--data", data);
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(
        outcome
            .err()
            .contains(
                "--row=900 units is in no row of cs615-table-2; the rows are 10000 units, no Adam;"
                    + " 1500 units; 850 units; 800 units; no dropout"),
        outcome.err());
  }

  @Test
  void aCommandWithSpacesInItsPathsIsPrintedAsAShellTakesIt() throws IOException {
    Path named = Files.createDirectory(data.resolve("GTZAN download"));
    Path clip = named.resolve("genres/blues/blues.00000.au");
    Files.createDirectories(clip.resolveSibling(""));
    for (String name : List.of("blues.00000.au", "blues.00099.au")) {
      byte[] sound = new byte[4 * 22_050];
      new Random(1).nextBytes(sound);
      byte[] wav = Wav.join(Wav.header(Wav.PCM, 1, 22_050, 8, sound.length), sound);
      Files.write(clip.resolveSibling(name), wav);
    }
    Outcome outcome =
        Outcome.of("reproduce", "groningen-figure-2", "--data", named, "--workspace", workspace);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains(" \"" + clip.toAbsolutePath() + '"'), outcome.out());
  }

  /** Five genres apart in every column, 40 rows each, without names of files. */
  private void writeTable() throws IOException {
    List<String> columns = FeatureSets.named("gtzan53").extractor().columns();
    StringBuilder text = new StringBuilder(String.join(",", columns)).append(",label\n");
    Random random = new Random(1);
    for (int row = 0; row < 200; row++) {
      int label = row % LABELS.size();
      for (int c = 0; c < columns.size(); c++) {
        text.append(label + 0.1 * random.nextGaussian()).append(',');
      }
      text.append(LABELS.get(label)).append('\n');
    }
    Path table = data.resolve(TABLE);
    Files.createDirectories(table.getParent());
    Files.writeString(table, text.toString());
  }
}
