package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.feature.set.FeatureSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run refuses, a plan refuses in the same words, and nothing is left of either. */
class RefusedRunTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path file;

  @BeforeEach
  void experiment() throws IOException {
    List<String> columns = FeatureSets.named("gtzan57").extractor().columns();
    StringBuilder table = new StringBuilder("filename,length,");
    table.append(String.join(",", columns)).append(",label\n");
    for (int row = 0; row < 20; row++) {
      String label = row % 2 == 0 ? "blues" : "rock";
      table.append("%s.%05d.wav,661794".formatted(label, row));
      table.append((",0." + row).repeat(columns.size())).append(',').append(label).append('\n');
    }
    Files.writeString(folder.resolve("table.csv"), table);
    file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        about:
          name: mine
          title: Mine
          description: A test.
          intendedUse: A test.
          limits: None.
          licence: CC0-1.0
        labels: [blues, rock]
        seed: 1
        input:
          {features: gtzan57, clipSeconds: 30, segmentFrames: 1, segmentHopFrames: 1, layout: vector}
        model:
          network:
            description: groningen-ffnn
            variables: {inputs: 57}
            training:
              optimiser: {kind: adam, learningRate: 0.001, weightDecay: 0, momentum: 0}
              schedule: {kind: constant, warmUpShare: 0}
              length: {epochs: 1, segmentsPerClip: 1, patience: 0}
              batchSize: 4
              labelSmoothing: 0
              gradientClipping: 0
        data:
          - dataset: gtzan
            format: table
            path: ${here}/table.csv
            split: {leakyRandom: {seed: 1, train: 0.6, validation: 0.2, test: 0.2}}
        calibrate: false
        fit: train
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model.network.variables | {inputs: 58} | 58",
        "model.network.description | no-such-network.yaml | no-such-network.yaml",
        "input.layout | bands_frames | layout",
        "input.segmentFrames | 7 | segmentFrames",
        "labels | [blues, rock, blues] | labels: blues must be given once",
      })
  void aPlanRefusesWhatARunRefusesAndNamesTheUsersFile(String key, String value, String word)
      throws IOException {
    refused(Map.of(key, value), word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"input.segmentFrames | 7", "input.layout | bands_frames"})
  void aClassicalModelTakesOneRowOfFeaturesAsAVector(String key, String value) throws IOException {
    refused(Map.of("model", "{classic: {kind: logistic}}", key, value), "must be 1 and vector");
  }

  private void refused(Map<String, String> wrong, String word) throws IOException {
    String planned =
        String.valueOf(
            assertThrows(ExperimentException.class, () -> Experiments.plan(file, wrong, folder))
                .getMessage());
    String refused =
        String.valueOf(
            assertThrows(
                    ExperimentException.class,
                    () -> Experiments.run(file, wrong, folder, line -> {}))
                .getMessage());
    assertEquals(refused, planned);
    assertTrue(refused.contains(file.toString()), refused);
    assertTrue(refused.contains(word), refused);
    assertFalse(refused.contains("experiment.yaml"), refused);
    Path runs = folder.resolve("runs");
    if (Files.exists(runs)) {
      try (Stream<Path> left = Files.list(runs)) {
        assertEquals(List.of(), left.toList());
      }
    }
  }

  @Test
  void whatIsRightIsPlannedWithoutAFolder() throws Exception {
    assertEquals(1, Experiments.plan(file, Map.of(), folder).sources().size());
    assertFalse(Files.exists(folder.resolve("runs")));
  }

  @Test
  void aFolderWithMoreThanItsExperimentStays() throws IOException {
    RunFolder run =
        RunFolder.create(folder.resolve("runs"), "a", LocalDateTime.of(2020, 1, 1, 1, 1));
    Files.writeString(run.experiment(), "about: {}");
    Files.createDirectories(run.checkpoint());
    Files.writeString(run.scores(), "");
    assertFalse(run.removeIfRefused());
    Files.delete(run.scores());
    assertTrue(run.removeIfRefused());
    assertFalse(Files.exists(run.path()));
  }
}
