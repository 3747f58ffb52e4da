package io.auricle.cli;

import io.auricle.feature.set.FeatureSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An experiment that trains a small network on a table of twenty clips, made by the tests. */
final class TinyNetwork {
  private TinyNetwork() {}

  /** Writes the table and the experiment into a folder, and returns the experiment. */
  static Path write(Path folder, int epochs) throws IOException {
    List<String> columns = FeatureSets.named("gtzan57").extractor().columns();
    StringBuilder table = new StringBuilder("filename,length,");
    table.append(String.join(",", columns)).append(",label\n");
    for (int row = 0; row < 20; row++) {
      String label = row % 2 == 0 ? "blues" : "rock";
      table.append("%s.%05d.wav,661794".formatted(label, row));
      table.append((",0." + row).repeat(columns.size())).append(',').append(label).append('\n');
    }
    Files.writeString(folder.resolve("table.csv"), table);
    return Files.writeString(
        folder.resolve("mine.yaml"),
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
              length: {epochs: %d, segmentsPerClip: 1, patience: 0}
              batchSize: 0
              labelSmoothing: 0
              gradientClipping: 0
        data:
          - dataset: gtzan
            format: table
            path: ${here}/table.csv
            split: {leakyRandom: {seed: 1, train: 0.6, validation: 0.2, test: 0.2}}
        calibrate: false
        """
            .formatted(epochs));
  }
}
