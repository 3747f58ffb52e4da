package io.auricle.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Experiments on noises of which several sound at once, each a tag. */
final class TagExperiment {
  private static final List<String> MIXES =
      List.of("hiss", "hum", "tick", "hiss+hum", "hum+tick", "hiss+tick");
  private static final int ROUNDS = 8;

  private static final String HEAD =
      """
      about:
        name: ${name}
        title: Noises at once
        description: Made for a test.
        intendedUse: Tests.
        limits: Knows three noises.
        licence: CC0-1.0
      tags:
        cleanUp: ${here}/clean.yaml
        sampling: {kind: over, size: 0.9}
        positiveWeight: 0.5
      seed: 5
      data:
        - dataset: csv
          target: tags
          path: ${here}/data
          split: {file: "${here}/noises.split"}
      calibrate: true
      """;
  private static final String NETWORK =
      """
      input:
        features: {set: mel, sampleRateHz: 22050, frameLength: 1024, hopLength: 1024, bands: 16, floorDb: -60, referenceHopLength: 1024}
        clipSeconds: 1
        segmentFrames: 20
        segmentHopFrames: 10
        layout: bands_frames
        edgeSeconds: 0.5
        wholeClips: true
      model:
        network:
          description: ${here}/tiny.yaml
          training:
            optimiser: {kind: adamw, learningRate: 0.02, weightDecay: 0.001, momentum: 0}
            schedule: {kind: one_cycle, warmUpShare: 0.2}
            length: {epochs: 25, segmentsPerClip: 2, patience: 0, criterion: auc}
            batchSize: 8
            labelSmoothing: 0
            gradientClipping: 0
            focus: 1
      """;
  private static final String CLASSIC =
      """
      input:
        features: gtzan57
        clipSeconds: 2
        segmentFrames: 1
        segmentHopFrames: 1
        layout: vector
      model:
        classic: {kind: forest, trees: 60}
      """;

  private TagExperiment() {}

  /** Writes two experiments, {@code network.yaml} and {@code classic.yaml}, and their data. */
  static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("tiny.yaml"),
        """
        name: tiny
        input: [1, 16, 20]
        output: sigmoid
        layers:
          - normalise
          - conv2d: {filters: 8, kernel: 3, padding: same}
          - relu
          - global-pool: {kind: [avg, max], over: time}
          - flatten
          - dense: classes
        """);
    Files.writeString(
        folder.resolve("clean.yaml"), "drop: [boring]\nmerge: {hissing: hiss}\nminimumTracks: 2\n");
    Files.writeString(folder.resolve("network.yaml"), HEAD + NETWORK);
    Files.writeString(folder.resolve("classic.yaml"), HEAD + CLASSIC);
    Path data = Files.createDirectories(folder.resolve("data"));
    List<String> rows = new ArrayList<>(List.of("path,tags"));
    List<List<String>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      for (String mix : MIXES) {
        String name = "%s-%d.wav".formatted(mix.replace('+', '-'), round);
        Noises.wav(data.resolve(name), mix, random, 2);
        String tags = mix.replace('+', '|').replace("hiss", round % 2 == 0 ? "hiss" : "hissing");
        rows.add("%s,%s%s".formatted(name, tags, round == 0 ? "|boring" : ""));
        parts.get(round < 4 ? 0 : round < 6 ? 1 : 2).add(name);
      }
    }
    // A tag that only tracks of the test part have, one that is too rare, and nothing but a theme.
    rows.set(rows.size() - 1, rows.get(rows.size() - 1) + "|late");
    rows.set(rows.size() - 2, rows.get(rows.size() - 2) + "|late|once");
    Noises.wav(data.resolve("theme.wav"), "hum", random, 2);
    rows.add("theme.wav,boring");
    parts.get(0).add("theme.wav");
    Files.write(data.resolve("labels.csv"), rows);
    Files.writeString(
        folder.resolve("noises.split"),
        "auricle-split: 1\nname: noises\norigin: by hand\nleaky: false\n[train]\n%s\n[validation]\n%s\n[test]\n%s\n"
            .formatted(
                String.join("\n", parts.get(0)),
                String.join("\n", parts.get(1)),
                String.join("\n", parts.get(2))));
  }
}
