package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.bundle.SingleModel;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.onnx.OnnxValues;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A classical model that hears what a network makes of noises. */
final class EmbeddingTest {
  private static Path folder;
  private static Path yaml;
  private static RunFolder network;

  @BeforeAll
  static void network(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Path noises = NoiseExperiment.write(folder);
    network = Experiments.run(noises, Map.of(), folder, line -> {});
    String text = Files.readString(noises);
    String before = text.substring(0, text.indexOf("model:"));
    String data = text.substring(text.indexOf("data:\n"));
    String model =
        "model: {classic: {kind: logistic, cost: 1}, embedding: '%s'}%n".formatted(network.model());
    yaml = Files.writeString(folder.resolve("behind.yaml"), before + model + data);
  }

  @Test
  void networkAndClassicalModelAreOneModelOfSegments() throws Exception {
    RunFolder run = Experiments.run(yaml, Map.of(), folder, line -> {});
    Path file = Noises.wav(folder.resolve("new.wav"), "hum", new Random(9), 2);
    try (Classifier first = Classifiers.load(Bundle.read(network.model()));
        Classifier behind = Classifiers.load(Bundle.read(run.model()))) {
      TrackPrediction prediction = behind.predict(file);
      assertEquals("hum", prediction.best().label());
      assertEquals(first.predict(file).segments().size(), prediction.segments().size());
      assertTrue(
          behind.card().training().metrics().stream()
              .anyMatch(
                  m -> m.name().equals("accuracy") && m.split().equals("test") && m.value() > 0.8),
          behind.card().training().toString());
    }
  }

  @Test
  void whatTheCardCallsItsEmbeddingIsHeard() throws Exception {
    Bundle bundle = Bundle.read(network.model());
    OnnxValues values = OnnxValues.of(bundle.model());
    String logits = values.logits(values.scores()).orElseThrow();
    NetworkOutputs outputs =
        new NetworkOutputs("noises", "1", null, values.scores(), logits, null, null);
    Path named = folder.resolve("named");
    BundleWriter.write(
        named,
        bundle.card().withKind(new SingleModel(bundle.single().input(), outputs)),
        bundle.model());
    RunFolder run =
        Experiments.run(yaml, Map.of("model.embedding", named.toString()), folder, line -> {});
    RunFolder plain = Experiments.run(yaml, Map.of(), folder, line -> {});
    assertTrue(OnnxValues.of(Bundle.read(run.model()).model()).names().contains(logits));
    assertFalse(OnnxValues.of(Bundle.read(plain.model()).model()).names().contains(logits));
  }

  @Test
  void aNetworkOfAnotherInputIsRefused() {
    ExperimentException e =
        assertThrows(
            ExperimentException.class,
            () -> Experiments.run(yaml, Map.of("input.segmentHopFrames", "5"), folder, line -> {}));
    assertTrue(
        String.valueOf(e.getMessage()).contains("must be a network of the same input"),
        e.getMessage());
  }

  @Test
  void aNetworkTakesNoEmbedding() {
    ExperimentException e =
        assertThrows(
            ExperimentException.class,
            () ->
                Experiments.run(
                    folder.resolve("noises.yaml"),
                    Map.of("model.embedding", "model"),
                    folder,
                    line -> {}));
    assertTrue(
        String.valueOf(e.getMessage()).contains("embedding=model must be left out"),
        e.getMessage());
  }
}
