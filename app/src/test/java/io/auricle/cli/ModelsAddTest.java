package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.UserModels;
import io.auricle.foreign.MadeNetworks;
import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of others is added, found by its name, replaced and removed. */
final class ModelsAddTest {
  private static final Path SONG = Path.of("..", "samples", "jazz.wav");

  private final Path folder;
  private final Path model;

  ModelsAddTest(@TempDir Path folder) {
    this.folder = folder;
    this.model = folder.resolve("Tiny Tagger_1.onnx");
  }

  @BeforeEach
  void write() throws IOException {
    System.setProperty(UserModels.PROPERTY, folder.resolve("models").toString());
    OnnxGraph graph = new OnnxGraph("tagger");
    graph.input("mel", List.of(187, 96));
    graph.node(
        "ReduceMean",
        "mean",
        List.of("mel"),
        OnnxAttribute.longs("axes", 1, 2),
        OnnxAttribute.of("keepdims", 0L));
    graph.node("Unsqueeze", "column", List.of("mean", graph.initialiser("axis", 1L)));
    graph.node("Sigmoid", "probs", List.of("column"));
    graph.output("probs", List.of(1));
    Files.write(model, graph.toBytes());
    Files.writeString(
        folder.resolve("Tiny Tagger_1.yaml"),
        """
        title: Loud or not
        licence: MIT
        origin: Somebody, https://example.org
        labels: [loud]
        input: {features: musicnn, clipSeconds: 30, segmentFrames: 187, layout: frames_bands}
        values: tags
        """);
  }

  @AfterEach
  void forget() {
    System.clearProperty(UserModels.PROPERTY);
  }

  @Test
  void isFoundByItsNameUntilItIsRemoved() {
    Outcome added = Outcome.of("models", "add", model);
    assertEquals(0, added.code(), added.err());
    assertTrue(added.err().contains("--model tiny-tagger-1"), added.err());
    String listed = Outcome.of("models", "list").out();
    assertTrue(
        listed.contains("Loud or not (1 classes), MIT, from Somebody, https://example.org"),
        listed);
    String brief = Outcome.of("models", "info", "tiny-tagger-1").out();
    assertTrue(brief.contains("Licence MIT, from Somebody, https://example.org"), brief);
    String all = Outcome.of("models", "info", "tiny-tagger-1", "--all").out();
    assertTrue(all.contains("Origin\n  Somebody, https://example.org; added by"), all);
    assertFalse(all.contains("\nData\n"), all);
    assertFalse(all.contains("\nFigures"), all);
    Outcome heard = Outcome.of("classify", "--model", "tiny-tagger-1", SONG);
    assertEquals(0, heard.code(), heard.err());
    assertTrue(heard.out().contains("loud"), heard.out());
    assertEquals(0, Outcome.of("models", "remove", "tiny-tagger-1").code());
    assertFalse(Outcome.of("models", "list").out().contains("tiny-tagger-1"));
    assertEquals(2, Outcome.of("classify", "--model", "tiny-tagger-1", SONG).code());
  }

  @Test
  void namesThatAreTakenAreRefused() {
    assertRefused("name=genre is a bundled model's", "models", "add", model, "--name", "genre");
    assertRefused("name=A must be lower-case", "models", "add", model, "--name", "A");
    assertEquals(0, Outcome.of("models", "add", model, "--name", "mine").code());
    assertRefused("name=mine is there already", "models", "add", model, "--name", "mine");
    assertEquals(0, Outcome.of("models", "add", model, "--name", "mine", "--replace").code());
    assertRefused("model=genre was not added; these were: [mine]", "models", "remove", "genre");
  }

  @Test
  void withoutACardItIsSaidWhatIsMissing() throws IOException {
    Path alone = Files.copy(model, folder.resolve("alone.onnx"));
    Outcome outcome = Outcome.of("models", "add", alone);
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains("alone.onnx: has no card beside it"), outcome.err());
    assertEquals(1, outcome.errLines().size(), outcome.err());
  }

  @Test
  void foldersOfHuggingFacesAreAddedUnderTheirName() throws IOException {
    Path export = folder.resolve("Tiny Wave");
    MadeNetworks.export(
        export, MadeNetworks.wave(), MadeNetworks.WAVE_CONFIG, MadeNetworks.WAVE_EXTRACTOR);
    Outcome added = Outcome.of("models", "add", export, "--seconds", 5);
    assertEquals(0, added.code(), added.err());
    assertTrue(added.err().contains("--model tiny-wave"), added.err());
    assertTrue(added.err().contains("licence unknown, see the page"), added.err());
    assertTrue(Outcome.of("models", "info", "tiny-wave").out().contains("calm"));
    Outcome heard =
        Outcome.of("classify", "--model", "tiny-wave", "--format", "csv", "--segments", SONG);
    assertEquals(0, heard.code(), heard.err());
    // Of 23 s four clips of 5 s and one of the rest, behind the header and the track's own.
    assertEquals(7, heard.outLines().size(), heard.out());
    assertRefused("seconds=90.0 must be in [1, 60]", "models", "add", export, "--seconds", 90);
    Outcome none = Outcome.of("models", "add", Files.createDirectory(folder.resolve("empty")));
    assertEquals(1, none.code());
    assertTrue(none.err().contains("model.onnx: there is no such file"), none.err());
  }

  private static void assertRefused(String why, Object... arguments) {
    Outcome outcome = Outcome.of(arguments);
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(why), outcome.err());
  }
}
