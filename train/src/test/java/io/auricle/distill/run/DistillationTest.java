package io.auricle.distill.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.About;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.distill.Distillation;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.RunOptions;
import io.auricle.feature.set.MelOptions;
import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Tensor;
import io.auricle.network.TrainedNetwork;
import io.auricle.network.weight.Weight;
import io.auricle.onnx.NetworkExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network learns from another what it says of noises. */
final class DistillationTest {
  private static final List<String> LABELS = List.of("one", "two", "three");

  @TempDir private Path folder = Path.of("none");

  private Path file = Path.of("none");

  @BeforeEach
  void prepare() throws IOException {
    Random random = new Random(5);
    for (String kind : List.of("low", "high")) {
      for (int i = 0; i < 4; i++) {
        SoundFile.write(folder.resolve("data/" + kind + "/" + i + ".wav"), kind, random);
      }
    }
    writeTeacher();
    Files.writeString(
        folder.resolve("student.yaml"),
        """
        name: student
        input: [1, 16, 20]
        layers:
          - normalise
          - conv2d: {filters: 8, stride: 2, padding: same, bias: false}
          - batch-norm
          - hard-swish
          - global-pool: avg
          - dense: 16
          - hard-swish
        heads:
          names: {output: sigmoid, target: teacher, weight: 3, layers: [{dense: 3}]}
          inside: {output: linear, target: teacher, weight: 1, layers: [{dense: 6}]}
          kind: {output: softmax, target: labels, weight: 0.5, layers: [{dense: classes}]}
        """);
    file = folder.resolve("experiment.yaml");
    Files.writeString(
        file,
        """
        about: {name: student, title: T, description: D, intendedUse: U, limits: L, licence: CC0-1.0}
        seed: 3
        input: {features: {set: log-mel, sampleRateHz: 16000, mel: {bands: 16, highHz: 8000}},
          clipSeconds: 2, segmentFrames: 20, segmentHopFrames: 20, layout: bands_frames}
        lessons: {seconds: 1.2, perEpoch: 24, heldOut: 4, threads: 2}
        teachers:
          - {name: big, bundle: "${here}/teacher", places: 1, answers: [
              {output: scores, head: names, temperature: 2}, {output: inside, head: inside}]}
        labels: {kind: [low, high]}
        data:
          - {dataset: folder, path: "${here}/data", labels: {kind: label},
             split: {stratified: {seed: 1, train: 0.5, validation: 0.5, test: 0}}}
          - {path: "${here}/data/low"}
        changes: {mix: 0.5, mixLowestDb: -12, speed: 0.1, equaliser: 0.5, equaliserDb: 6, bandLimit: 0.2, noise: 0.2, gainDb: 6, made: 0.1}
        network:
          description: "${here}/student.yaml"
          training:
            optimiser: {kind: adamw, learningRate: 0.01, weightDecay: 0.001}
            schedule: {kind: cosine, warmUpShare: 0.1}
            length: {epochs: 4, segmentsPerClip: 2, criterion: last}
            batchSize: 8
        """);
  }

  /** Two-layer network of random weights on another mel spectrogram at another rate. */
  private void writeTeacher() throws IOException {
    NetworkSpec network =
        NetworkReader.read(
            """
            name: teacher
            input: [1, 24, 10]
            layers: [{conv2d: 6}, relu, {global-pool: [avg]}]
            heads:
              scores-head: {output: sigmoid, target: labels, weight: 1, layers: [{dense: classes}]}
              inside: {output: linear, target: labels, weight: 1, layers: [{dense: 6}]}
            """,
            LABELS.size());
    Random random = new Random(1);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Weight weight : network.weights()) {
      float[] values = new float[weight.shape().count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian() * 0.05f;
      }
      weights.put(weight.name(), Tensor.of(weight.shape(), values));
    }
    MelOptions mel = new MelOptions(8000, 512, 256, 24, -80);
    BundleWriter.write(
        folder.resolve("teacher"),
        ModelCard.single(
            new About("teacher", "T", "D", "U", "L", "CC0-1.0"),
            LABELS,
            new InputOptions(mel, 1, 10, 10, InputLayout.BANDS_FRAMES),
            new ScoreOptions(ScoreOptions.Output.TAGS, 1),
            Training.unknown()),
        NetworkExporter.export(new TrainedNetwork(network, LABELS, weights)));
  }

  @Test
  void learnsWhatItsTeacherSays() throws Exception {
    RunFolder run = run(Map.of("network.training.length.epochs", "8"), line -> {});
    List<RunFolder.Epoch> epochs = run.epochs();
    Map<String, Double> first = epochs.get(0).metrics().headErrors();
    Map<String, Double> last = epochs.get(7).metrics().headErrors();
    assertEquals(Set.of("names", "inside", "kind"), first.keySet());
    assertTrue(of(last, "inside") < 0.7 * of(first, "inside"), first + " to " + last);
    assertTrue(of(last, "kind") < of(first, "kind"), first + " to " + last);
    Bundle bundle = Bundle.read(run.model());
    assertEquals(List.of("low", "high"), bundle.card().labels());
    assertTrue(Files.readString(run.path().resolve("run.json")).contains("\"exportDifference\""));
  }

  private static double of(Map<String, Double> errors, String head) {
    return Objects.requireNonNull(errors.get(head));
  }

  @Test
  void stoppedAndResumedEndsWithTheSameModel() throws Exception {
    RunFolder whole = run(Map.of(), line -> {});
    List<RunFolder> stopped = new ArrayList<>();
    RunListener stopping =
        new RunListener() {
          @Override
          public void said(String line) {}

          @Override
          public void epochEnded(RunFolder folder) {
            stopped.add(folder);
            if (stopped.size() == 2) {
              throw new IllegalStateException("stopped");
            }
          }
        };
    assertThrows(IllegalStateException.class, () -> run(Map.of(), stopping));
    RunFolder resumed =
        Distillations.resume(stopped.get(0).path(), RunOptions.of(folder, line -> {}));
    assertArrayEquals(
        Files.readAllBytes(whole.model().resolve("model.onnx")),
        Files.readAllBytes(resumed.model().resolve("model.onnx")));
  }

  @Test
  void aTeacherThatIsAskedSeldomTeachesNevertheless() throws Exception {
    RunFolder run =
        run(Map.of("network.training.length.epochs", "8", "teachers.0.share", "0.4"), line -> {});
    List<RunFolder.Epoch> epochs = run.epochs();
    double first = of(epochs.get(0).metrics().headErrors(), "inside");
    double last = of(epochs.get(7).metrics().headErrors(), "inside");
    assertTrue(last < 0.9 * first, first + " to " + last);
    refused(Map.of("teachers.0.share", "0"), "share=0.0 must be above 0 and at most 1");
  }

  @Test
  void goesOnFromAnEarlierRun() throws Exception {
    RunFolder first = run(Map.of("network.training.length.epochs", "8"), line -> {});
    RunFolder second =
        run(
            Map.of(
                "start",
                first.path().toString(),
                "seed",
                "4",
                "network.training.length.epochs",
                "1",
                "network.training.optimiser.learningRate",
                "1e-9"),
            line -> {});
    goesOn(first, second);
    assertArrayEquals(
        Files.readAllBytes(first.checkpoint().resolve("answers.safetensors")),
        Files.readAllBytes(second.checkpoint().resolve("answers.safetensors")));
  }

  /** Weights stay; of other lessons normalisations know other means. */
  private static void goesOn(RunFolder first, RunFolder second) throws IOException {
    double before = first.epochs().get(0).metrics().validationLoss();
    double learned = first.epochs().get(7).metrics().validationLoss();
    double again = second.epochs().get(0).metrics().validationLoss();
    assertTrue(again < learned + 0.25 * (before - learned), before + ", " + learned + ", " + again);
  }

  @Test
  void goesOnFromABundle() throws Exception {
    RunFolder first = run(Map.of("network.training.length.epochs", "8"), line -> {});
    Map<String, String> settings =
        Map.of(
            "start",
            first.model().toString(),
            "network.training.length.epochs",
            "1",
            "network.training.optimiser.learningRate",
            "1e-9");
    RunFolder second = run(settings, line -> {});
    goesOn(first, second);
    refused(Map.of("start", folder.resolve("nowhere").toString()), "nowhere");
  }

  @Test
  void theResolvedExperimentRunsAgain() throws Exception {
    RunFolder run = run(Map.of("network.training.length.epochs", "1"), line -> {});
    assertTrue(Distillations.isOne(run.experiment()));
    ExperimentReader.read(run.experiment(), Map.of(), Distillation.class);
  }

  @Test
  void whatDoesNotFitIsSaidBeforeAnythingIsLearned() {
    refused(
        Map.of("teachers.0.answers", "[{output: scores, head: names}]"),
        "head inside has the target teacher, but no teacher's answer is for it");
    refused(
        Map.of("teachers.0.answers.1", "{output: outside, head: inside}"),
        "outputs=[scores, outside] must be among [scores, inside]");
    refused(
        Map.of("labels", "{kind: [low, high, none]}", "network.description", "listen"),
        "network listen takes 1x64x500, but input gives [1, 16, 20]");
    refused(Map.of("data.0.split", "{all: train}"), "no sound is held out");
  }

  private void refused(Map<String, String> settings, String message) {
    Exception e = assertThrows(Exception.class, () -> run(settings, line -> {}));
    assertTrue(String.valueOf(e.getMessage()).contains(message), String.valueOf(e.getMessage()));
  }

  private RunFolder run(Map<String, String> settings, RunListener listener)
      throws ExperimentException, IOException, InterruptedException {
    return Distillations.run(file, settings, RunOptions.of(folder, listener));
  }
}
