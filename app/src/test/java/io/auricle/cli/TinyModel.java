package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** One of tags, two of them on each noise: hiss and rough, hum and smooth. */
  public static Path trainTags(Path folder) throws IOException {
    Path data = Wav.noises(folder.resolve("noises"), 8);
    StringBuilder labels = new StringBuilder("path,tags\n");
    Map<Integer, StringBuilder> parts = new TreeMap<>();
    for (String kind : List.of("hiss", "hum")) {
      List<Path> files;
      try (Stream<Path> listed = Files.list(data.resolve(kind))) {
        files = listed.sorted().toList();
      }
      for (int i = 0; i < files.size(); i++) {
        String name = kind + "/" + files.get(i).getFileName();
        labels.append(name).append(kind.equals("hiss") ? ",hiss|rough\n" : ",hum|smooth\n");
        parts.computeIfAbsent(i % 4 / 2, none -> new StringBuilder()).append(name).append('\n');
      }
    }
    Files.writeString(data.resolve("labels.csv"), labels);
    Path split = folder.resolve("noises.split");
    Files.writeString(
        split,
        "auricle-split: 1\nname: noises\norigin: by hand\nleaky: false\n[train]\n%s[test]\n%s"
            .formatted(parts.get(0), parts.get(1)));
    String text =
        EXPERIMENT
            .replace("labels: [hiss, hum]", "tags: {}")
            .replace("dataset: folder", "dataset: csv\n    target: tags")
            .replaceAll("split: .*", "split: {file: \"%s\"}".formatted(split));
    return train(folder, data, text);
  }

  private static Path train(Path folder, Path data, String text) throws IOException {
    Path experiment = Files.writeString(folder.resolve("noises.yaml"), text);
    Outcome outcome =
        Outcome.of("train", experiment, "--set", "data=" + data, "--workspace", folder);
    assertEquals(0, outcome.code(), outcome.err());
    return Path.of(outcome.out().strip()).resolve("model");
  }

  /** Trains it in a folder and returns the folder of its bundle. */
  public static Path train(Path folder) throws IOException {
    return train(folder, Wav.noises(folder.resolve("noises"), 8), EXPERIMENT);
  }
}
