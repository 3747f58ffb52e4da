package io.auricle.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** An experiment with a network that takes a second: three noises to tell apart. */
final class NoiseExperiment {
  private static final String NETWORK =
      """
      name: tiny
      input: [1, 16, 20]
      layers:
        - normalise
        - conv2d: {filters: 4, kernel: 3, padding: same}
        - relu
        - global-pool: {kind: [avg, max], over: time}
        - flatten
        - dropout: 0.2
        - dense: classes
      """;
  private static final String YAML =
      """
      about:
        name: noises
        title: Noises
        description: Made for a test.
        intendedUse: Tests.
        limits: Knows three noises.
        licence: CC0-1.0
      labels: [hiss, hum, tick]
      seed: 5
      input:
        features: {set: mel, sampleRateHz: 22050, frameLength: 1024, hopLength: 1024, bands: 16, floorDb: -60, referenceHopLength: 1024}
        clipSeconds: 2
        segmentFrames: 20
        segmentHopFrames: 10
        layout: bands_frames
      model:
        network:
          description: ${here}/tiny.yaml
          training:
            optimiser: {kind: adamw, learningRate: 0.02, weightDecay: 0.001, momentum: 0}
            schedule: {kind: one_cycle, warmUpShare: 0.2}
            length: {epochs: 4, segmentsPerClip: 2, patience: 0}
            batchSize: 6
            labelSmoothing: 0.1
            gradientClipping: 0
            augmentation:
              levels: {floor: -60, ceiling: 0, equaliser: 2, gain: 2, dynamics: 0.1, noise: 0}
              masks: {count: 1, maxBands: 2, maxFrames: 2, lowPassShare: 0, lowPassFirst: 16, maxBandShift: 0}
              mixup: 0.2
      data:
        - dataset: folder
          path: ${here}/data
          split: {stratified: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}
      calibrate: true
      fit: train_and_validation
      """;

  private NoiseExperiment() {}

  /** Writes the experiment, its network and its data; returns the experiment's file. */
  static Path write(Path folder) throws IOException {
    Files.writeString(folder.resolve("tiny.yaml"), NETWORK);
    Noises.write(folder.resolve("data"), 8, new Random(3));
    return Files.writeString(folder.resolve("noises.yaml"), YAML);
  }
}
