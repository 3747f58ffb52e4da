package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training.Metric;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.task.Scored;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network from audio files to a bundle. */
final class NetworkExperimentTest {
  private Path folder;
  private Path yaml;

  @BeforeEach
  void folder(@TempDir Path temporary) throws IOException {
    folder = temporary;
    yaml = NoiseExperiment.write(folder);
  }

  @Test
  void killedRunGoesOnToTheSameModelAndRecordsEachEpochOnce() throws Exception {
    RunFolder whole = Experiments.run(yaml, Map.of(), folder.resolve("a"), line -> {});
    Path workspace = folder.resolve("b");
    assertThrows(
        CancellationException.class,
        () -> Experiments.run(yaml, Map.of(), workspace, killer("epoch 2 of 4")));
    Path run;
    try (Stream<Path> runs = Files.list(workspace.resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
    assertThrows(
        CancellationException.class,
        () -> Experiments.resume(run, RunOptions.of(workspace, killer("training again"))));
    RunFolder resumed = Experiments.resume(run, RunOptions.of(workspace, line -> {}));
    assertArrayEquals(Bundle.read(whole.model()).model(), Bundle.read(resumed.model()).model());
    assertEquals(epochs(whole), epochs(resumed));
    assertEquals(
        List.of(
            "choice 1",
            "choice 2",
            "choice 3",
            "choice 4",
            "final 1",
            "final 2",
            "final 3",
            "final 4"),
        epochs(resumed));
  }

  /** Binary cross-entropy on one-hot targets, scores divided by their sum. */
  @Test
  void networkOfSigmoidsLearnsOneLabelATrack() throws Exception {
    Path tags = folder.resolve("tiny.yaml");
    Files.writeString(tags, Files.readString(tags).replace("layers:", "output: sigmoid\nlayers:"));
    RunFolder run =
        Experiments.run(
            yaml, Map.of("model.network.training.length.epochs", "12"), folder, line -> {});
    Bundle bundle = Bundle.read(run.model());
    assertEquals(ScoreOptions.Output.SIGMOIDS, bundle.card().scores().output());
    List<Scored> scored = ScoreTable.read(run.scores(), Noises.KINDS);
    int right = 0;
    for (Scored track : scored) {
      assertEquals(1, track.scores().stream().mapToDouble(score -> score).sum(), 1e-6);
      double highest = track.scores().stream().mapToDouble(score -> score).max().orElseThrow();
      right += track.scores().get(track.label()) == highest ? 1 : 0;
    }
    assertTrue(right > 0.7 * scored.size(), right + " of " + scored.size());
    // What classifies music gives the same as what was measured.
    try (Classifier classifier = Classifiers.load(bundle)) {
      Scored first = scored.stream().filter(t -> t.part() == Part.TEST).findFirst().orElseThrow();
      TrackPrediction prediction = classifier.predict(folder.resolve("data").resolve(first.id()));
      double sum = prediction.labels().stream().mapToDouble(label -> label.score()).sum();
      assertEquals(1, sum, 1e-6);
    }
  }

  /** The scores of the engine are those of the bundle, and the training part has figures, too. */
  @Test
  void withoutExportThereAreTheSameFiguresButNoModel() throws Exception {
    Map<String, String> training = Map.of("scoreTraining", "true");
    RunFolder written = Experiments.run(yaml, training, folder.resolve("a"), line -> {});
    Map<String, String> none = Map.of("scoreTraining", "true", "export", "false");
    RunFolder unwritten = Experiments.run(yaml, none, folder.resolve("b"), line -> {});
    assertFalse(Files.exists(unwritten.model().resolve("model.onnx")));
    ScoreOptions options = Bundle.read(written.model()).card().scores();
    ScoreOptions others = Bundle.read(unwritten.model()).card().scores();
    assertEquals(options.temperature(), others.temperature(), 0.01);
    List<Scored> ours = ScoreTable.read(written.scores(), Noises.KINDS);
    List<Scored> theirs = ScoreTable.read(unwritten.scores(), Noises.KINDS);
    assertEquals(ours.size(), theirs.size());
    for (int i = 0; i < ours.size(); i++) {
      assertEquals(ours.get(i).id(), theirs.get(i).id());
      for (int c = 0; c < Noises.KINDS.size(); c++) {
        assertEquals(ours.get(i).scores().get(c), theirs.get(i).scores().get(c), 2e-3);
      }
    }
    double accuracy =
        written.trainingMetrics().stream()
            .filter(metric -> metric.name().equals("accuracy"))
            .peek(metric -> assertEquals("train", metric.split()))
            .findFirst()
            .orElseThrow()
            .value();
    assertTrue(accuracy > 0.4, "accuracy=" + accuracy);
    assertEquals(
        written.trainingMetrics().stream().map(Metric::name).toList(),
        unwritten.trainingMetrics().stream().map(Metric::name).toList());
  }

  @Test
  void runExplainsItself() throws Exception {
    RunFolder run = Experiments.run(yaml, Map.of(), folder, line -> {});
    JsonNode facts = JsonMapper.builder().build().readTree(run.path().resolve("run.json").toFile());
    for (String key :
        List.of(
            "program",
            "java",
            "system",
            "processor",
            "processors",
            "onnxRuntime",
            "started",
            "seed",
            "data",
            "errors",
            "engine",
            "loadingSeconds",
            "trainingSeconds",
            "metrics",
            "seconds")) {
      assertTrue(facts.has(key), key + " is missing in " + facts);
    }
    assertEquals(16, facts.at("/data/0/splitHash").asText().length(), facts.at("/data").toString());
    assertEquals("cpu()", facts.at("/engine/device").asText());
    assertTrue(facts.at("/engine/threads").asInt() > 0, facts.at("/engine").toString());
    double difference = facts.at("/exportDifference").asDouble(1);
    assertTrue(difference >= 0 && difference < 1e-4, "difference=" + difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          input.segmentFrames=30 | network tiny takes [1, 16, 20], but input gives [1, 16, 30]
          input.layout=vector | layout=vector must have segmentFrames=1 for a network, not 20
          labels=[hiss, hum, tick, boom] | labels [boom] have no track in the train part
          data.0.split={all: train} | the validation part has no track
          data.0.labels={hum: humm} | hum becomes humm, which is none of the model's labels
          model.network.training.classWeights=[1, 2] | must be 3, as many as the classes
          model.network.training.layerOptimisers={cnv*: {kind: sgd, learningRate: 1}} | cnv* fits no layer of network tiny; its trained layers are conv2d
          model.network.training.length.criterion=speed | must be one of [accuracy, auc, loss, last]
          model.network.training.optimiser.learningRate=0 | learningRate=0.0 must be above 0
          input.features.hopLength=4096 | segmentFrames=20 must be at most 11, the frames of the longest clip
          """)
  void whatDoesNotFitIsRefused(String setting, String message) {
    String key = setting.substring(0, setting.indexOf('='));
    String value = setting.substring(key.length() + 1);
    Exception e =
        assertThrows(
            ExperimentException.class,
            () -> Experiments.run(yaml, Map.of(key, value), folder, line -> {}));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  private static RunListener killer(String at) {
    return line -> {
      if (line.startsWith(at)) {
        throw new CancellationException();
      }
    };
  }

  private static List<String> epochs(RunFolder run) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    try (Stream<String> lines = Files.lines(run.path().resolve("metrics.jsonl"))) {
      List<String> epochs = new java.util.ArrayList<>();
      for (String line : lines.toList()) {
        JsonNode node = json.readTree(line);
        epochs.add(node.get("phase").asText() + " " + node.get("epoch").asInt());
      }
      return epochs;
    }
  }
}
