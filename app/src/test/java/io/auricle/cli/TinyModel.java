package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model that tells hiss from hum, trained in a second by the program itself. */
public final class TinyModel {
  private static final String EXPERIMENT =
      """
      about:
        name: noises
        title: Noises
        description: Made for a test.
        intendedUse: Tests.
        limits: Knows two noises.
        licence: CC0-1.0
      labels: [hiss, hum]
      seed: 5
      input:
        features:
          set: melstats
          mel: {set: mel, sampleRateHz: 8000, frameLength: 2048, hopLength: 1000, bands: 128, floorDb: -40, referenceHopLength: 1000}
        clipSeconds: 2
        segmentFrames: 1
        segmentHopFrames: 1
        layout: vector
      model:
        classic: {kind: svm, cost: 3, gamma: 0, balanced: false}
      data:
        - dataset: folder
          path: ${data}
          split: {stratified: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}
      calibrate: false
      """;

  private TinyModel() {}

  /** Trains it in a folder and returns the folder of its bundle. */
  public static Path train(Path folder) throws IOException {
    Path data = Wav.noises(folder.resolve("noises"), 8);
    Path experiment = Files.writeString(folder.resolve("noises.yaml"), EXPERIMENT);
    Outcome outcome =
        Outcome.of("train", experiment, "--set", "data=" + data, "--workspace", folder);
    assertEquals(0, outcome.code(), outcome.err());
    return Path.of(outcome.out().strip()).resolve("model");
  }
}
