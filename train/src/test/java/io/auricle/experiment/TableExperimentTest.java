package io.auricle.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.Training;
import io.auricle.experiment.FeatureStudy.Importance;
import io.auricle.experiment.Repetition.Spread;
import io.auricle.feature.statistics.Gtzan57Options;
import io.auricle.split.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on a made table of pieces in which one column tells the labels apart. */
final class TableExperimentTest {
  private static final List<String> COLUMNS =
      new Gtzan57Options(22050, 2048, 512).extractor().columns();
  private static final int TELLING = 5;
  private static final String YAML =
      """
      about:
        name: table
        title: Table
        description: Made for a test.
        intendedUse: Tests.
        limits: Knows two labels.
        licence: CC0-1.0
      labels: [blues, rock]
      seed: 1
      input:
        features: {set: gtzan57, sampleRateHz: 22050, frameLength: 2048, hopLength: 512}
        clipSeconds: 10
        segmentFrames: 1
        segmentHopFrames: 1
        layout: vector
      model:
        classic: {kind: logistic}
      data:
        - dataset: gtzan
          format: table
          path: ${table}
          pieces: true
          split: {stratified: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}
      calibrate: false
      """;

  private Path folder;
  private Path yaml;
  private Path table;

  @BeforeEach
  void files(@TempDir Path temporary) throws Exception {
    folder = temporary;
    yaml = Files.writeString(folder.resolve("table.yaml"), YAML);
    table = Files.writeString(folder.resolve("table.csv"), table(new Random(4)));
  }

  @Test
  void tellingColumnIsTheMostImportant() throws Exception {
    RunFolder run = run(Map.of());
    FeatureStudy study = FeatureStudy.of(run.path(), Part.TEST, 5, 1, folder.resolve("cache"));
    Importance best =
        study.importances().stream()
            .max(Comparator.comparingDouble(Importance::accuracyDrop))
            .orElseThrow();
    assertEquals(COLUMNS.get(TELLING), best.feature());
    assertEquals(0.5, best.accuracyDrop(), 0.3);
    assertEquals(0, study.importances().get(0).accuracyDrop(), 0.1);
    assertEquals(2, best.recallDrops().size());
    assertEquals(1, study.correlations().get(TELLING).get(TELLING));
    assertEquals(-1, study.correlations().get(1).get(2), 1e-5);
    assertEquals(study.correlations().get(7).get(3), study.correlations().get(3).get(7));
  }

  @Test
  void piecesOfASongStayTogetherUnlessTheSplitIsLeaky() throws Exception {
    Training honest = training(run(Map.of()));
    assertFalse(honest.data().get(0).toString().contains("leaky"), honest.toString());
    Training leaky =
        training(
            run(
                Map.of(
                    "data.0.split",
                    "{leakyRandom: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}")));
    assertTrue(leaky.data().get(0).toString().contains("(leaky)"), leaky.toString());
    assertEquals(0, torn(run(Map.of())));
  }

  @Test
  void repetitionGivesMeanAndDeviationOverTheSeeds() throws Exception {
    Repetition.Result result =
        Repetition.run(
            yaml,
            Map.of("table", table.toString()),
            List.of(1L, 2L),
            RunOptions.of(folder, line -> {}));
    assertEquals(2, result.runs().size());
    Spread accuracy =
        result.spreads().stream()
            .filter(s -> s.metric().equals("accuracy") && s.split().equals("test"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, accuracy.values().size());
    Spread known = new Spread("accuracy", "gtzan", "test", List.of(0.5, 0.7, 0.9));
    assertEquals(0.7, known.mean(), 1e-12);
    assertEquals(0.2, known.deviation(), 1e-12);
  }

  @Test
  void everyTrackThatIsLearnedFromIsScoredOutOfFold() throws Exception {
    RunFolder run = run(Map.of("outOfFold", "{count: 4, seed: 1}", "fit", "train_and_validation"));
    List<Scored> scored = ScoreTable.read(run.scores(), List.of("blues", "rock"));
    assertEquals(60, scored.stream().filter(t -> t.part() == Part.VALIDATION).count());
    assertEquals(80, scored.stream().map(Scored::id).distinct().count());
    assertEquals(0, torn(run));
    assertTrue(
        training(run).metrics().stream()
            .anyMatch(m -> m.split().equals("out of fold") && m.value() > 0.8),
        training(run).toString());
  }

  @Test
  void foldsWithoutAFinalModelOfAllTracksAreRefused() {
    ExperimentException e =
        assertThrows(
            ExperimentException.class, () -> run(Map.of("outOfFold", "{count: 4, seed: 1}")));
    assertTrue(
        String.valueOf(e.getMessage()).contains("outOfFold must be left out unless"), e.toString());
  }

  @Test
  void tableOfOneLabelIsRefused() throws Exception {
    Files.writeString(table, table(new Random(4)).replace(",rock\n", ",blues\n"));
    ExperimentException e = assertThrows(ExperimentException.class, () -> run(Map.of()));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("labels [rock] have no track in the train part"),
        e.toString());
  }

  @Test
  void tableOfOneRowIsRefused() throws Exception {
    List<String> lines = Files.readAllLines(table);
    Files.writeString(table, lines.get(0) + "\n" + lines.get(1) + "\n");
    assertThrows(ExperimentException.class, () -> run(Map.of()));
  }

  @Test
  void tableWithoutFileNamesIsDividedByALeakySplitAlone() throws Exception {
    List<String> lines = Files.readAllLines(table);
    int cells = lines.get(0).split(",", -1).length;
    List<String> unnamed =
        lines.stream().map(line -> line.substring(line.indexOf(',') + 1)).toList();
    assertEquals(cells - 1, unnamed.get(0).split(",", -1).length);
    assertTrue(lines.get(0).startsWith("filename,"), lines.get(0));
    Files.write(table, unnamed);
    ExperimentException e = assertThrows(ExperimentException.class, () -> run(Map.of()));
    assertEquals(
        table + ", line 1: missing column: one of filename, file_name",
        String.valueOf(e.getMessage()));
    RunFolder leaky =
        run(
            Map.of(
                "data.0.split",
                "{leakyRandom: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}"));
    assertTrue(training(leaky).data().get(0).split().endsWith("(leaky)"));
  }

  @Test
  void missingColumnsAreNamedWithTheFile() throws Exception {
    Files.writeString(table, "filename,label\nblues.00000.wav,blues\n");
    ExperimentException e = assertThrows(ExperimentException.class, () -> run(Map.of()));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith(table + ", line 1: missing columns: chroma_stft_mean"),
        e.toString());
  }

  private RunFolder run(Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("table", table.toString());
    return Experiments.run(yaml, all, folder, line -> {});
  }

  private static Training training(RunFolder run) throws Exception {
    return Bundle.read(run.model()).card().training();
  }

  /** Number of songs with pieces among the validation and the test tracks. */
  private static long torn(RunFolder run) throws Exception {
    List<Scored> scored = ScoreTable.read(run.scores(), List.of("blues", "rock"));
    return scored.stream()
        .filter(
            a -> scored.stream().anyMatch(b -> b.group().equals(a.group()) && b.part() != a.part()))
        .count();
  }

  /**
   * 40 songs of two pieces; a column that tells the label, a noise with its negative, and noise.
   */
  private static String table(Random random) {
    StringBuilder text = new StringBuilder("filename,").append(String.join(",", COLUMNS));
    text.append(",label\n");
    for (int song = 0; song < 40; song++) {
      String label = song % 2 == 0 ? "blues" : "rock";
      for (int piece = 0; piece < 2; piece++) {
        text.append("%s.%05d.%d.wav".formatted(label, song, piece));
        double telling = song % 2 * 4 + random.nextGaussian() * 0.3;
        double noise = random.nextGaussian();
        for (int c = 0; c < COLUMNS.size(); c++) {
          double value = c == 2 ? -noise : random.nextGaussian();
          text.append(',').append(c == TELLING ? telling : c == 1 ? noise : value);
        }
        text.append(',').append(label).append('\n');
      }
    }
    return text.toString();
  }
}
