package io.auricle.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunOptions;
import io.auricle.feature.set.FeatureSets;
import io.auricle.reproduce.Reproduced.Measured;
import io.auricle.reproduce.Reproduction.TableRow;
import io.auricle.reproduce.Reproduction.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that are drawn from the run of a table's row. */
final class ReproducerTest {
  private static final TableRow CLASSIC =
      new TableRow("chin-table-4-classical", "k nearest neighbours");
  private static final List<String> GENRES =
      List.of(
          "blues",
          "classical",
          "country",
          "disco",
          "hiphop",
          "jazz",
          "metal",
          "pop",
          "reggae",
          "rock");
  private Path data;
  private Path workspace;

  @BeforeEach
  void folders(@TempDir Path temporary) throws IOException {
    data = Files.createDirectory(temporary.resolve("data"));
    workspace = temporary.resolve("work");
  }

  @Test
  void theRunOfARowIsMadeOnceAndItsFolderNamed() throws Exception {
    writeTable();
    List<String> words = commands(CLASSIC).get(0);
    assertEquals("report", words.get(0));
    assertTrue(Files.exists(Path.of(words.get(1)).resolve("run.json")), words.toString());
    assertEquals(
        workspace.resolve("reproductions/figure/plots"), Path.of(words.get(3)).toAbsolutePath());
    assertEquals(words, commands(CLASSIC).get(0));
    try (Stream<Path> runs = Files.list(workspace.resolve("runs"))) {
      assertEquals(1, runs.count());
    }
  }

  @Test
  void missingDataOfTheRowAreNamed() {
    ExperimentException e = assertThrows(ExperimentException.class, () -> commands(CLASSIC));
    assertEquals(data + " lacks what chin-table-4-classical needs", e.getMessage());
  }

  @Test
  void filesThatTheRowReadsAreWrittenForAFigureAlone() throws IOException {
    Files.createDirectories(data.resolve("gtzan-audio/genres_original"));
    for (String dataset : List.of("mood4q", "emotify")) {
      Files.createFile(Files.createDirectory(data.resolve(dataset)).resolve("labels.csv"));
    }
    TableRow row = new TableRow("genrewiz-report", "parallel CNN and GRU");
    assertThrows(ExperimentException.class, () -> commands(row));
    Path files = workspace.resolve("reproductions");
    assertTrue(Files.exists(files.resolve("genrewiz.yaml")));
    assertTrue(Files.exists(files.resolve("labels/outside-mood4q.csv")));
    assertTrue(Files.exists(files.resolve("labels/outside-emotify.csv")));
  }

  /** The root of the usual download as it is, with tables of names and the names of the clips. */
  @Test
  void everyEntryOfGenresFindsItsDataInTheCommonDownload() throws IOException {
    Files.createDirectories(data.resolve("genres_original/blues"));
    Files.createFile(data.resolve("genres_original/blues/blues.00099.wav"));
    Files.createFile(data.resolve("features_3_sec.csv"));
    Files.createFile(data.resolve("features_30_sec.csv"));
    List<String> missing =
        Reproductions.all().stream()
            .filter(table -> table.variant(GivenData.of(data)).isEmpty())
            .map(Reproduction::id)
            .toList();
    // Moods and songs from outside are in no download of GTZAN.
    assertEquals(
        List.of(
            "genrewiz-report", "genrewiz-figures", "chin-figure-3", "chin-table-5", "chin-table-7"),
        missing);
  }

  @Test
  void piecesOfTheCommonDownloadHaveAnHonestColumnToo() throws Exception {
    writePieces();
    Reproduction table = Reproductions.named("groningen-results");
    Variant variant = table.variant(GivenData.of(data)).orElseThrow();
    assertEquals("features_3_sec.csv of the common download", variant.title());
    Reproduced measured =
        new Reproducer(GivenData.of(data), true, Map.of(), RunOptions.of(workspace, line -> {}))
            .run(table, variant);
    Reproduced.Row first = measured.rows().get(0);
    Measured ours = Objects.requireNonNull(first.ours());
    Measured honest = Objects.requireNonNull(first.honest());
    assertTrue(ours.split().contains("scaled (standard) over each part for itself: leaky"));
    assertEquals(600, ours.tracks(), "30 % of 2000 pieces");
    assertTrue(honest.split().startsWith("published lists"), honest.split());
    assertEquals(2 * 290, honest.tracks());
  }

  /** Two pieces of each clip of GTZAN, named as in the published table. */
  private void writePieces() throws IOException {
    List<String> columns = FeatureSets.named("gtzan57").extractor().columns();
    StringBuilder text = new StringBuilder("filename,length,");
    text.append(String.join(",", columns)).append(",label\n");
    Random random = new Random(2);
    for (int row = 0; row < 2000; row++) {
      int label = row / 200;
      String genre = GENRES.get(label);
      text.append("%s.%05d.%d.wav,66149".formatted(genre, row % 200 / 2, row % 2));
      for (int c = 0; c < columns.size(); c++) {
        text.append(',').append((float) (label + random.nextGaussian()));
      }
      text.append(',').append(genre).append('\n');
    }
    Files.createDirectories(data);
    Files.writeString(data.resolve("features_3_sec.csv"), text.toString());
  }

  /** The command of a figure that is drawn from the run of a row. */
  private List<List<String>> commands(TableRow row) throws Exception {
    Variant figure =
        new Variant(
            "a run",
            List.of(),
            null,
            List.of(),
            Map.of("run", row),
            List.of("report ${run} --plots ${out}/plots"),
            List.of(),
            "",
            null,
            Map.of(),
            Map.of(),
            null);
    Reproduction reproduction =
        new Reproduction(
            "figure",
            "A figure",
            "A study",
            List.of(),
            null,
            null,
            List.of(figure),
            List.of(),
            Map.of(),
            "",
            "",
            null);
    return new Reproducer(GivenData.of(data), false, Map.of(), RunOptions.of(workspace, line -> {}))
        .commands(reproduction, figure);
  }

  /** Ten genres apart in every column, 20 clips each. */
  private void writeTable() throws IOException {
    List<String> columns = FeatureSets.named("chin97").extractor().columns();
    List<String> labels = GENRES;
    StringBuilder text =
        new StringBuilder("filename,").append(String.join(",", columns)).append(",label\n");
    Random random = new Random(1);
    for (int row = 0; row < 200; row++) {
      int label = row % labels.size();
      text.append("%s.%05d.wav".formatted(labels.get(label), row / labels.size()));
      for (int c = 0; c < columns.size(); c++) {
        text.append(',').append(label + 0.1 * random.nextGaussian());
      }
      text.append(',').append(labels.get(label)).append('\n');
    }
    Files.createDirectories(data.resolve("gtzan-features"));
    Files.createDirectories(data.resolve("splits/gtzan-fault-filtered"));
    Files.writeString(data.resolve("gtzan-features/features_chin_97.csv"), text.toString());
  }
}
