package io.auricle.tune;

import io.auricle.feature.published.Gtzan57Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A small table that two labels can almost be told apart by, an experiment on it, and searches. */
final class TunedTable {
  private static final List<String> COLUMNS =
      new Gtzan57Options(22050, 2048, 512).extractor().columns();
  private static final int SONGS = 40;
  private static final String EXPERIMENT =
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
        classic: {kind: neighbours}
      data:
        - dataset: gtzan
          format: table
          path: ${data}/table.csv
          split: {stratified: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}
      """;
  static final String SEARCH =
      """
      experiment: experiment.yaml
      method: random
      draws: 6
      seed: 3
      folds: {count: 3, by: track, seed: 1}
      space:
        model.classic.neighbours: {from: 1, to: 15, scale: integer}
        model.classic.weights: [distance, uniform]
      """;

  private static final String NETWORK =
      """
      name: tiny
      input: [57]
      output: ${output:softmax}
      layers:
        - normalise
        - dense: ${units:4}
        - relu
        - dense: classes
      """;
  static final String NETWORK_SEARCH =
      """
      experiment: experiment.yaml
      method: grid
      folds: {count: 3, by: track, seed: 1}
      set:
        model:
          "{network: {description: '${here}/tiny.yaml', variables: {}, training: {
           optimiser: {kind: adam, learningRate: 0.05, weightDecay: 0, momentum: 0},
           schedule: {kind: constant, warmUpShare: 0}, batchSize: 4,
           length: {epochs: 8, segmentsPerClip: 1, patience: 0, criterion: accuracy}}}}"
      halving: {start: 2, factor: 2}
      space:
        model.network.variables.units: [2, 8]
        model.network.variables.output: [softmax, sigmoid]
      """;

  private TunedTable() {}

  /** Writes table, experiment and search; returns the search's file. */
  static Path write(Path folder, String search) throws IOException {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("filename,").append(String.join(",", COLUMNS));
    text.append(",label\n");
    for (int song = 0; song < SONGS; song++) {
      String label = song % 2 == 0 ? "blues" : "rock";
      text.append("%s.%05d.wav".formatted(label, song));
      for (int c = 0; c < COLUMNS.size(); c++) {
        text.append(',').append(random.nextGaussian() + (c < 6 ? song % 2 * 1.5 : 0));
      }
      text.append(',').append(label).append('\n');
    }
    Files.writeString(folder.resolve("table.csv"), text);
    Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    Files.writeString(folder.resolve("tiny.yaml"), NETWORK);
    return Files.writeString(folder.resolve("search.yaml"), search);
  }
}
