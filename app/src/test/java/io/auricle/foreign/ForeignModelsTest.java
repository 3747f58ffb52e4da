package io.auricle.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ScoreOptions.Output;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.foreign.ForeignModels.Source;
import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of others with cards of theirs and of ours, as bundles that classify. */
final class ForeignModelsTest {
  private static final Path SONG = Path.of("../samples/jazz.wav");
  private static final String ESSENTIA =
      """
      {"name": "tiny", "description": "A tiny tagger.", "author": "Somebody", "link": "https://example.org/tiny",
       "classes": ["loud", "quiet"], "dataset": {"name": "Two songs"},
       "schema": {"inputs": [{"name": "mel", "shape": [187, 96]}],
         "outputs": [{"name": "%s", "op": "%s", "output_purpose": "predictions"},
           {"name": "means", "op": "mean", "output_purpose": "embeddings"}]},
       "inference": {"sample_rate": 16000, "algorithm": "%s"}}
      """;

  private final Path folder;

  ForeignModelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void essentiaPairsAreUnderstoodAsPublished() throws Exception {
    Path model = Files.write(folder.resolve("tiny.onnx"), tagger());
    Files.writeString(
        folder.resolve("tiny.json"),
        ESSENTIA
            .formatted("probs:0", "Sigmoid", "TensorflowPredictMusiCNN")
            .replace("probs:0", "probs"));
    Path added =
        ForeignModels.add(Source.beside(model), Optional.empty(), "tiny", folder.resolve("models"));
    Bundle bundle = Bundle.read(added);
    assertEquals(List.of("loud", "quiet"), bundle.card().labels());
    assertEquals(Output.TAGS, bundle.card().scores().output());
    assertEquals(LogMelOptions.MUSICNN, input(bundle).features());
    assertEquals(187, input(bundle).segmentFrames());
    assertEquals(93, input(bundle).segmentHopFrames());
    assertTrue(bundle.card().about().origin().contains("https://example.org/tiny"));
    assertTrue(bundle.card().about().limits().contains("Two songs"));
    try (Classifier tiny = Classifiers.load(bundle)) {
      TrackPrediction song = tiny.predict(SONG);
      assertEquals(1, song.score("loud") + song.score("quiet"), 1e-5, "opposite logits");
      assertTrue(song.score("loud") > 0.5, song.toString());
    }
    try (Stream<Path> left = Files.list(folder.resolve("models"))) {
      assertEquals(List.of(added), left.toList(), "nothing but the bundle");
    }
  }

  @Test
  void headsStandOnTheEmbeddingOfAnother() throws Exception {
    Path base = Files.write(folder.resolve("base.onnx"), tagger());
    Files.writeString(
        folder.resolve("base.json"),
        ESSENTIA.formatted("probs", "Sigmoid", "TensorflowPredictMusiCNN"));
    Path head = Files.write(folder.resolve("head.onnx"), head());
    Files.writeString(
        folder.resolve("head.json"),
        ESSENTIA.formatted("answer", "Softmax", "TensorflowPredict2D"));
    Path models = folder.resolve("models");
    Path added =
        ForeignModels.add(Source.beside(head), Optional.of(Source.beside(base)), "head", models);
    assertEquals(InputLayout.FRAMES_BANDS, input(Bundle.read(added)).layout());
    assertEquals(Output.PROBABILITIES, Bundle.read(added).card().scores().output());
    try (Classifier chain = Classifiers.load(Bundle.read(added))) {
      assertEquals("quiet", chain.predict(SONG).best().label());
    }
    ForeignException alone =
        assertThrows(
            ForeignException.class,
            () -> ForeignModels.add(Source.beside(head), Optional.empty(), "alone", models));
    assertTrue(String.valueOf(alone.getMessage()).contains("--on FILE.onnx"), alone.getMessage());
    assertFalse(Files.exists(models.resolve("alone")));
  }

  @Test
  void ownCardsSayWhatIsLeftToDo() throws Exception {
    Files.writeString(folder.resolve("names.txt"), "loud\nquiet\n");
    Path added = addTagger("names.txt", "values: tag_logits\nembedding: means\n");
    try (Classifier own = Classifiers.load(Bundle.read(added))) {
      TrackPrediction song = own.predict(SONG);
      assertEquals(1, song.score("loud") + song.score("quiet"), 1e-5, "the sigmoid was put behind");
    }
  }

  /** Of silence the logits are 0, which may be a probability. */
  @Test
  void logitsThatACardCallsTagsAreNoScores() throws Exception {
    Path added = addTagger("[loud, quiet]", "values: tags\n");
    try (Classifier own = Classifiers.load(Bundle.read(added))) {
      DecodeException e = assertThrows(DecodeException.class, () -> own.predict(SONG));
      assertEquals(ErrorCode.INTERNAL, e.code());
      assertTrue(String.valueOf(e.getMessage()).contains("if it gives logits"), e.getMessage());
    }
  }

  /** Adds the tagger under a card of our own. */
  private Path addTagger(String labels, String values) throws IOException {
    Path model = Files.write(folder.resolve("own.onnx"), tagger());
    Path card =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            title: Own
            licence: MIT
            origin: Somebody
            labels: %s
            input: {features: musicnn, clipSeconds: 30, segmentFrames: 187, layout: frames_bands}
            scores: logits
            %s"""
                .formatted(labels, values));
    return ForeignModels.add(
        new Source(model, card), Optional.empty(), "own", folder.resolve("models"));
  }

  @Test
  void cardsThatAreNotUnderstoodAreNamedWithTheirLine() throws Exception {
    Path model = Files.write(folder.resolve("bad.onnx"), tagger());
    Path yaml = folder.resolve("bad.yaml");
    assertFault(model, yaml, "title: x\nlicense: MIT\n", "bad.yaml", "licence");
    assertFault(
        model,
        yaml,
        "title: x\nlicence: MIT\norigin: y\nlabels: [a]\nvalues: tagz\n",
        "bad.yaml",
        "tags");
    Path json = folder.resolve("bad.json");
    assertFault(model, json, "{", "bad.json", "no JSON");
    assertFault(model, json, "{\"title\": \"x\"}", "bad.json", "no card of Essentia's");
    assertFault(model, json, "{\"id2label\": {}}", "bad.json", "model_type is missing");
    assertFault(
        model,
        json,
        ESSENTIA.formatted("probs", "Sigmoid", "TensorflowPredictMAEST"),
        "TensorflowPredictMAEST",
        "must be one of [TensorflowPredictEffnetDiscogs, TensorflowPredictMusiCNN");
    assertFault(
        model,
        json,
        ESSENTIA.formatted("probs", "Identity", "TensorflowPredictMusiCNN"),
        "op=Identity",
        "Softmax or Sigmoid");
    assertFault(
        model,
        json,
        ESSENTIA.formatted("other", "Sigmoid", "TensorflowPredictMusiCNN"),
        "has no value other",
        "[probs");
    assertFault(
        model,
        json,
        ESSENTIA
            .formatted("probs", "Sigmoid", "TensorflowPredictMusiCNN")
            .replace("\"quiet\"", "\"quiet\", \"third\""),
        model + ": ",
        "2 scores",
        "3 labels");
  }

  private void assertFault(Path model, Path card, String text, String... said) throws Exception {
    Files.writeString(card, text);
    Exception fault =
        assertThrows(
            Exception.class,
            () ->
                ForeignModels.add(
                    new Source(model, card), Optional.empty(), "bad", folder.resolve("models")));
    for (String part : said) {
      assertTrue(String.valueOf(fault.getMessage()).contains(part), fault.getMessage());
    }
    assertFalse(Files.exists(folder.resolve("models/bad")));
  }

  /**
   * Frames of 96 bands to their means, and those to two opposite logits of which loud is higher.
   */
  private static byte[] tagger() {
    OnnxGraph graph = new OnnxGraph("tagger");
    graph.input("mel", List.of(187, 96));
    graph.node(
        "ReduceMean",
        "means",
        List.of("mel"),
        OnnxAttribute.longs("axes", 1),
        OnnxAttribute.of("keepdims", 0L));
    float[] weights = new float[96 * 2];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 2 == 0 ? 0.01f : -0.01f;
    }
    String matrix = graph.initialiser("weights", List.of(96, 2), weights);
    graph.node("MatMul", "logits", List.of("means", matrix));
    graph.node("Sigmoid", "probs", List.of("logits"));
    graph.output("probs", List.of(2));
    graph.output("means", List.of(96));
    return graph.toBytes();
  }

  private static InputOptions input(Bundle bundle) throws BundleException {
    return bundle.single().input();
  }

  private static byte[] head() {
    OnnxGraph graph = new OnnxGraph("head");
    graph.input("embeddings", List.of(96));
    float[] weights = new float[96 * 2];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 2 == 0 ? -0.1f : 0.1f;
    }
    String matrix = graph.initialiser("weights", List.of(96, 2), weights);
    graph.node("MatMul", "two", List.of("embeddings", matrix));
    graph.node("Softmax", "answer", List.of("two"));
    graph.output("answer", List.of(2));
    return graph.toBytes();
  }
}
