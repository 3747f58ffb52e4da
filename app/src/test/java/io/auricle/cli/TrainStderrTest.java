package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.feature.set.FeatureSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training writes to the stderr of its process, native libraries included. */
final class TrainStderrTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void nothingIsSaidButByTheProgram() throws IOException, InterruptedException {
    List<String> columns = FeatureSets.named("gtzan57").extractor().columns();
    StringBuilder table = new StringBuilder("filename,length,");
    table.append(String.join(",", columns)).append(",label\n");
    for (int row = 0; row < 20; row++) {
      String label = row % 2 == 0 ? "blues" : "rock";
      table.append("%s.%05d.wav,661794".formatted(label, row));
      table.append((",0." + row).repeat(columns.size())).append(',').append(label).append('\n');
    }
    Files.writeString(folder.resolve("table.csv"), table);
    Path experiment = folder.resolve("mine.yaml");
    Files.writeString(
        experiment,
        """
        about: {name: a, title: A, description: A, intendedUse: A, limits: A, licence: CC0-1.0}
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
              batchSize: 0
              labelSmoothing: 0
              gradientClipping: 0
        data:
          - dataset: gtzan
            format: table
            path: ${here}/table.csv
            split: {leakyRandom: {seed: 1, train: 0.6, validation: 0.2, test: 0.2}}
        calibrate: false
        """);
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
