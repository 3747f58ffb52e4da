package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.Pretraining;
import io.auricle.experiment.RunFolder;
import io.auricle.network.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A classifier on the codes of an autoencoder that was trained before, as in softmax-ae. */
final class PretrainingTest {
  private static final String AUTOENCODER =
      """
      name: copy
      input: [1, 16, 20]
      layers: [normalise, flatten, {dense: 8}]
      heads:
        copy:
          output: linear
          target: input
          weight: 1
          layers: [{dense: 320}, {reshape: [1, 16, 20]}]
      """;
  private static final String CLASSIFIER =
      """
      name: coded
      input: [1, 16, 20]
      layers: [normalise, flatten, {dense: 8}, tanh, {dense: classes}]
      """;
  private static final String PRETRAINING =
      "{description: '${here}/copy.yaml', frozen: %s, training: {optimiser: {kind: adam,"
          + " learningRate: 0.01, weightDecay: 0, momentum: 0}, schedule: {kind: constant,"
          + " warmUpShare: 0}, length: {epochs: 3, segmentsPerClip: 2, patience: 0, criterion:"
          + " loss}, batchSize: 6}}";

  private Path folder;
  private Path yaml;

  @BeforeEach
  void folder(@TempDir Path temporary) throws IOException {
    folder = temporary;
    yaml = NoiseExperiment.write(folder);
    Files.writeString(folder.resolve("copy.yaml"), AUTOENCODER);
    Files.writeString(folder.resolve("tiny.yaml"), CLASSIFIER);
  }

  @Test
  void frozenLayersStayAsTheAutoencoderLeftThem() throws Exception {
    RunFolder run = train(true);
    for (String phase : List.of("choice", "final")) {
      TrainedNetwork before = trained(run, phase + "-pretraining");
      TrainedNetwork after = trained(run, phase);
      for (String weight : List.of("normalise-1.mean", "dense-1.weight", "dense-1.bias")) {
        assertArrayEquals(values(before, weight), values(after, weight), weight);
      }
    }
    Set<String> phases = new LinkedHashSet<>();
    run.epochs().forEach(epoch -> phases.add(epoch.phase()));
    assertEquals(Set.of("choice-pretraining", "choice", "final-pretraining", "final"), phases);
  }

  @Test
  void layersThatAreNotFrozenLearnOn() throws Exception {
    RunFolder run = train(false);
    float[] before = values(trained(run, "choice-pretraining"), "dense-1.weight");
    float[] after = values(trained(run, "choice"), "dense-1.weight");
    assertFalse(Arrays.equals(before, after));
    double squares = 0;
    double moved = 0;
    for (int i = 0; i < before.length; i++) {
      squares += before[i] * before[i];
      moved += (after[i] - before[i]) * (after[i] - before[i]);
    }
    // Drawn anew, they would be about as far away as they are long.
    assertTrue(moved < squares, moved + " of " + squares);
  }

  @Test
  void networkThatDoesNotBeginWithTheOtherIsRefused() throws Exception {
    Files.writeString(folder.resolve("tiny.yaml"), CLASSIFIER.replace("{dense: 8}", "{dense: 9}"));
    Exception e = assertThrows(ExperimentException.class, () -> train(true));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains("network coded must begin with the layers of copy, which it starts from;"),
        e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("layer 3, dense-1"), e.getMessage());
  }

  @Test
  void theNetworkOfAnEarlierRunIsAStartButForItsLastLayer() throws Exception {
    RunFolder earlier = Experiments.run(yaml, Map.of("seed", "5"), folder, line -> {});
    RunFolder run = startingFrom(earlier.path());
    TrainedNetwork before = trained(earlier, "final");
    TrainedNetwork after = trained(run, "final");
    for (String weight : List.of("normalise-1.mean", "dense-1.weight", "dense-1.bias")) {
      assertArrayEquals(values(before, weight), values(after, weight), weight);
    }
    assertFalse(Arrays.equals(values(before, "dense-2.weight"), values(after, "dense-2.weight")));
  }

  @Test
  void aFolderWithoutANetworkIsNoStart() {
    Exception e = assertThrows(ExperimentException.class, () -> startingFrom(folder));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains("must be the folder of a finished run of a network"),
        e.getMessage());
  }

  @Test
  void anEarlierRunIsGivenAlone() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new Pretraining("copy", null, "run", true));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("run=run must be given alone"), e.toString());
  }

  private RunFolder startingFrom(Path run) throws Exception {
    String settings = "{run: '%s', frozen: true}".formatted(run);
    return Experiments.run(yaml, Map.of("model.network.pretraining", settings), folder, line -> {});
  }

  private RunFolder train(boolean frozen) throws Exception {
    return Experiments.run(
        yaml,
        Map.of("model.network.pretraining", PRETRAINING.formatted(frozen)),
        folder,
        line -> {});
  }

  private static TrainedNetwork trained(RunFolder run, String phase) throws IOException {
    return TrainedNetwork.read(run.checkpoint().resolve(phase).resolve("best.safetensors"));
  }

  private static float[] values(TrainedNetwork network, String weight) {
    return network.weight(weight).toArray();
  }
}
