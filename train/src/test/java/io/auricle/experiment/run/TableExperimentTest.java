package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.Certainty;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.run.Repetition.Spread;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.study.FeatureStudy;
import io.auricle.experiment.study.FeatureStudy.Importance;
import io.auricle.experiment.task.Scored;
import io.auricle.feature.published.Gtzan57Options;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  void columnThatIsLeftOutIsNotHeard() throws Exception {
    String telling = COLUMNS.get(TELLING);
    RunFolder run = run(Map.of("model.without", "['" + telling + "']"));
    FeatureStudy study = FeatureStudy.of(run.path(), Part.TEST, 5, 1, folder.resolve("cache"));
    assertEquals(telling, study.importances().get(TELLING).feature());
    assertEquals(0, study.importances().get(TELLING).accuracyDrop());
    assertTrue(study.importances().stream().anyMatch(i -> i.accuracyDrop() != 0));
    // Nothing but the telling column: all that tells the labels apart is still heard.
    String others =
        COLUMNS.stream()
            .filter(name -> !name.equals(telling))
            .map(name -> "'" + name.substring(0, name.length() - 1) + "*'")
            .filter(pattern -> !telling.startsWith(pattern.substring(1, pattern.length() - 2)))
            .toList()
            .toString();
    RunFolder alone = run(Map.of("model.without", others));
    study = FeatureStudy.of(alone.path(), Part.TEST, 5, 1, folder.resolve("cache"));
    assertEquals(0.5, study.importances().get(TELLING).accuracyDrop(), 0.3);
  }

  @Test
  void leftOutColumnsHaveToBeThere() {
    for (String without : List.of("[chroma_stfd_mean]", "['*']")) {
      ExperimentException e =
          assertThrows(ExperimentException.class, () -> run(Map.of("model.without", without)));
      assertTrue(
          String.valueOf(e.getMessage()).contains("did you mean chroma_stft_mean?")
              || String.valueOf(e.getMessage()).contains("must leave a column of 57"),
          e.getMessage());
    }
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
  void cardTellsWhatWasTakenForWhatAsOftenAsItsAccuracySays() throws Exception {
    RunFolder run = run(Map.of());
    Training training = training(run);
    assertEquals(
        List.of("validation", "test"), training.confusions().stream().map(c -> c.split()).toList());
    for (Training.Confusion confusion : training.confusions()) {
      List<List<Long>> counts = confusion.counts();
      long all = counts.stream().flatMap(List::stream).mapToLong(count -> count).sum();
      assertEquals(20, all);
      double accuracy = (counts.get(0).get(0) + counts.get(1).get(1)) / (double) all;
      assertEquals(metric(training, "accuracy", confusion.split()), accuracy, 1e-4);
      // Rows are the truth: ten pieces of each label.
      assertEquals(10, counts.get(0).get(0) + counts.get(0).get(1));
    }
    assertTrue(Files.readString(run.path().resolve("run.json")).contains("confusions"));
  }

  @Test
  void cardSaysFromWhichScoreOnItsModelAnswers() throws Exception {
    ScoreOptions scores = Bundle.read(run(Map.of("certainty", "0.9")).model()).card().scores();
    Certainty certainty = Objects.requireNonNull(scores.certainty());
    assertEquals(0.9, certainty.wanted());
    RunFolder run = run(Map.of("certainty", "0.9"));
    List<Scored> validation =
        ScoreTable.read(run.scores(), List.of("blues", "rock")).stream()
            .filter(track -> track.part() == Part.VALIDATION)
            .toList();
    List<Scored> answered =
        validation.stream()
            .filter(track -> Collections.max(track.scores()) >= certainty.threshold())
            .toList();
    assertEquals(certainty.coverage(), answered.size() / (double) validation.size(), 1e-4);
    assertEquals(certainty.coverage(), metric(training(run), "coverage", "validation"), 1e-4);
    assertEquals(
        certainty.accuracy(), metric(training(run), "accuracy when sure", "validation"), 1e-4);
  }

  @Test
  void certaintyThatNoShareCanHaveIsRefused() {
    ExperimentException e =
        assertThrows(ExperimentException.class, () -> run(Map.of("certainty", "75")));
    assertTrue(
        String.valueOf(e.getMessage()).contains("certainty=75.0 must be in (0, 1]"), e.toString());
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
  void labelsThatTheListSpellsOtherwiseAreNamed() throws Exception {
    String said = saidWithRockAs("Rock");
    assertTrue(said.contains("(labels: renames them), which have Rock too, the"), said);
  }

  @Test
  void tableOfOneLabelIsRefused() throws Exception {
    String said = saidWithRockAs("blues");
    assertTrue(said.startsWith("labels [rock] have no track in the train part"), said);
  }

  private String saidWithRockAs(String label) throws IOException {
    Files.writeString(table, table(new Random(4)).replace(",rock\n", "," + label + "\n"));
    return String.valueOf(
        assertThrows(ExperimentException.class, () -> run(Map.of())).getMessage());
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
        table
            + ", line 1: missing column: one of filename, file_name; without it the rows can be"
            + " divided by a leaky random split alone",
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

  private static double metric(Training training, String name, String split) {
    return training.metrics().stream()
        .filter(metric -> metric.name().equals(name) && metric.split().equals(split))
        .findFirst()
        .orElseThrow()
        .value();
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
