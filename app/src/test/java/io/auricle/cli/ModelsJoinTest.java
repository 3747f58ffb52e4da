package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.About;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.feature.set.MelOptions;
import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import io.auricle.onnx.OnnxValues;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two models on a small network, and what the network itself says. */
final class ModelsJoinTest {
  private static final Path SONG = Path.of("..", "samples", "jazz.wav");
  private static final int BANDS = 8;
  private static final int INSIDE = 6;

  @TempDir private Path folder = Path.of("none");

  private final Random random = new Random(3);

  @BeforeEach
  void write() throws IOException {
    OnnxGraph graph = new OnnxGraph("net");
    String in = graph.input("input", List.of(1, BANDS, 4));
    String flat = graph.node("Flatten", "flat", List.of(in));
    int size = BANDS * 4;
    String w = graph.initialiser("w", List.of(size, INSIDE), values(size * INSIDE));
    String inside =
        graph.node("Tanh", "inside", List.of(graph.node("MatMul", "in", List.of(flat, w))));
    String v = graph.initialiser("v", List.of(INSIDE, 2), values(INSIDE * 2));
    graph.node("Sigmoid", "scores", List.of(graph.node("MatMul", "end", List.of(inside, v))));
    graph.output("scores", List.of(2));
    byte[] network = graph.toBytes();
    bundle("net", List.of("loud", "low"), ScoreOptions.Output.TAGS, network);
    bundle("one", List.of("a", "b"), ScoreOptions.Output.PROBABILITIES, on(network, 2));
    bundle("two", List.of("c", "d", "e"), ScoreOptions.Output.PROBABILITIES, on(network, 3));
    bundle("kind", List.of("music", "no music"), ScoreOptions.Output.PROBABILITIES, on(network, 2));
  }

  private byte[] on(byte[] network, int classes) {
    OnnxGraph head = new OnnxGraph("head");
    String in = head.input("input", List.of(INSIDE));
    String w = head.initialiser("w", List.of(INSIDE, classes), values(INSIDE * classes));
    String end = head.node("MatMul", "end", List.of(in, w));
    head.node("Softmax", "scores", List.of(end), OnnxAttribute.of("axis", 1));
    head.output("scores", List.of(classes));
    return OnnxValues.of(network).followedBy("inside", head.toBytes());
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() * 0.02f;
    }
    return values;
  }

  private void bundle(String name, List<String> labels, ScoreOptions.Output output, byte[] model)
      throws IOException {
    BundleWriter.write(
        folder.resolve(name),
        ModelCard.single(
            new About(name, "T", "D", "U", "L", "CC0-1.0"),
            labels,
            new InputOptions(
                new MelOptions(22_050, 1024, 11_025, BANDS, -80, 11_025),
                10,
                4,
                4,
                InputLayout.BANDS_FRAMES),
            new ScoreOptions(output, 1),
            Training.unknown()),
        model);
  }

  private Outcome join(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("models", "join", of("net"), of("one"), of("two"), "-o", of("all")));
    arguments.addAll(List.of(more));
    return Outcome.of(arguments.toArray());
  }

  private String of(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void eachSaysWhatItSaidAloneFromOneNetwork() throws Exception {
    Outcome outcome = join("--whole", "--scores", "own", "--network-version", "7");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(Files.exists(folder.resolve("all/net/model.onnx")));
    assertFalse(Files.exists(folder.resolve("all/one/model.onnx")));
    same("one", "one");
    same("two", "two");
    same("net", "own");
    try (Classifier joined = Classifiers.load(of("all/two"))) {
      var embedding = joined.predict(SONG).embedding().orElseThrow();
      assertEquals("net 7", embedding.model() + " " + embedding.version());
      assertEquals(INSIDE, embedding.values().size());
    }
  }

  private void same(String alone, String together) throws Exception {
    try (Classifier before = Classifiers.load(of(alone));
        Classifier after = Classifiers.load(of("all/" + together))) {
      TrackPrediction expected = before.predict(SONG);
      assertEquals(together, after.card().about().name());
      assertEquals(expected.labels(), after.predict(SONG).labels());
    }
  }

  @Test
  void ownTagsAreGivenFromTheScoreThatIsSaid() throws Exception {
    Outcome outcome = join("--scores", "own", "--scores-from", "0.2");
    assertEquals(0, outcome.code(), outcome.err());
    Bundle bundle = Bundle.read(folder.resolve("all/own"));
    assertEquals(List.of(0.2, 0.2), bundle.card().scores().thresholds());
    assertEquals(2, join("--scores-from", "0.2").code());
    assertEquals(2, join("--scores", "own", "--scores-from", "1.2").code());
  }

  @Test
  void whatIsNoMusicIsSaidWithItsScore() throws Exception {
    Outcome outcome = join("--no-music", of("kind"), "--no-music-from", "0.01");
    assertEquals(0, outcome.code(), outcome.err());
    Outcome said =
        Outcome.of(
            "classify",
            "--format",
            "jsonl",
            "--embedding",
            "--model",
            of("all/one"),
            SONG.toString());
    assertTrue(said.out().contains("\"noMusic\":0."), said.out());
    assertTrue(said.out().contains("\"sure\":false"), said.out());
    assertTrue(said.out().contains("no music: it sounds like speech"), said.out());
    assertTrue(
        said.out().contains("\"embedding\":{\"model\":\"net\",\"version\":\"1\",\"values\":["),
        said.out());
  }

  @Test
  void anExportedModelHasTheNetworkOfItsOwn() throws Exception {
    join();
    assertEquals(0, Outcome.of("models", "export", of("all/one"), "-o", of("copy")).code());
    try (Classifier copy = Classifiers.load(of("copy"))) {
      assertEquals("net", copy.predict(SONG).embedding().orElseThrow().model());
    }
  }

  @Test
  void modelsOnAnotherNetworkAreRefused() throws Exception {
    write();
    Outcome first = join();
    assertEquals(0, first.code(), first.err());
    byte[] other = Files.readAllBytes(folder.resolve("one/model.onnx"));
    write();
    Files.write(folder.resolve("one/model.onnx"), other);
    Outcome outcome = join();
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("model one does not begin with the network"), outcome.err());
    Outcome none = Outcome.of("models", "join", of("net"), "-o", of("x"), "--no-music", of("two"));
    assertTrue(none.err().contains("must have the label \"no music\""), none.err());
  }
}
