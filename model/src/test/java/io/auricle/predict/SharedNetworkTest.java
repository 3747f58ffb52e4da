package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.CardJson;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.predict.onnx.OnnxSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several models that read outputs of one network. */
final class SharedNetworkTest {
  private static final Path SONG = Path.of("..", "samples", "jazz.wav").toAbsolutePath();

  private final Path folder;
  private final ConstantModels models;

  SharedNetworkTest(@TempDir Path folder) {
    this.folder = folder;
    this.models = new ConstantModels(folder);
  }

  @Test
  void eachReadsItsOwnOutput() throws Exception {
    try (Classifier first = Classifiers.load(models.reader("first", "net", true, 0.9));
        Classifier second = Classifiers.load(models.reader("second", "net", false, 0.9))) {
      List<TrackPrediction> said =
          new JointClassifier(List.of(first, second))
              .predict(SONG).stream().map(one -> one.orElseThrow()).toList();
      assertEquals(0.7, said.get(0).score("high"), 1e-6);
      assertEquals(0.1, said.get(1).score("high"), 1e-6);
      assertEquals(said.get(0), first.predict(SONG));
      assertEquals(said.get(1), second.predict(SONG));
    }
  }

  @Test
  void theNetworkIsLoadedOnceAndStaysUntilTheLastHasGone() throws Exception {
    Classifier first = Classifiers.load(models.reader("first", "net", true, 0.9));
    Classifier second = Classifiers.load(models.reader("second", "net", false, 0.9));
    assertSame(session(first), session(second));
    first.close();
    first.close();
    assertThrows(IllegalStateException.class, () -> first.predict(SONG));
    assertEquals(0.9, second.predict(SONG).score("low"), 1e-6);
    OnnxSession before = session(second);
    second.close();
    try (Classifier again = Classifiers.load(folder.resolve("first").toString())) {
      assertTrue(session(again) != before);
      assertEquals(0.7, again.predict(SONG).score("high"), 1e-6);
    }
  }

  @Test
  void copiesOfANetworkAreOneAndAnotherOfTheSameLengthIsNot() throws Exception {
    Bundle first = models.reader("first", "net", true, 0.9);
    Bundle copy = models.reader("copy", "copied-net", true, 0.9);
    Bundle changed = models.reader("changed", "changed-net", true, 0.9);
    Path file = folder.resolve("changed-net/model.onnx");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("others-row")]++;
    bytes[text.lastIndexOf("others-row")]++;
    Files.write(file, bytes);
    Classifiers.prepare();
    try (Classifier one = Classifiers.load(first);
        Classifier same = Classifiers.load(copy);
        Classifier other = Classifiers.load(changed)) {
      assertSame(session(one), session(same));
      assertTrue(session(one) != session(other));
    }
  }

  private static OnnxSession session(Classifier classifier) {
    return classifier.tracks().get(0).member().model().session();
  }

  @Test
  void theEmbeddingHasTheNameAndTheVersionOfTheNetwork() throws Exception {
    try (Classifier model = Classifiers.load(models.reader("first", "net", true, 0.9));
        Classifier plain = Classifiers.load(models.single("plain", 2, 4, 0.7f, 0.3f))) {
      assertTrue(model.givesEmbedding());
      assertEquals(
          new TrackEmbedding("listener", "3", List.of(0.25, -0.5)),
          model.predict(SONG).embedding().orElseThrow());
      assertFalse(plain.givesEmbedding());
      assertTrue(plain.predict(SONG).embedding().isEmpty());
    }
  }

  @Test
  void whatIsNoMusicIsNoAnswer() throws Exception {
    try (Classifier strict = Classifiers.load(models.reader("first", "net", true, 0.5));
        Classifier mild = Classifiers.load(models.reader("second", "net", true, 0.7))) {
      TrackPrediction doubted = strict.predict(SONG);
      assertFalse(doubted.sure());
      assertEquals(List.of(), doubted.given());
      assertEquals(
          List.of("no music: it sounds like speech, noise or the like (score 0.60, at least 0.50)"),
          doubted.warnings());
      TrackPrediction sure = mild.predict(SONG);
      assertTrue(sure.sure());
      assertEquals(List.of(), sure.warnings());
      assertEquals(0.6, sure.noMusic().orElseThrow().score(), 1e-6);
    }
  }

  @Test
  void aMemberMayReadItAndACopyHasItsOwn() throws Exception {
    Bundle reader = models.reader("first", "net", true, 0.9);
    Bundle ensemble =
        models.ensemble(
            Combination.MEAN, List.of(reader, models.single("plain", 2, 4, 0.5f, 0.5f)));
    try (Classifier model = Classifiers.load(ensemble)) {
      assertEquals(0.6, model.predict(SONG).score("high"), 1e-6);
      assertEquals("listener", model.predict(SONG).embedding().orElseThrow().model());
    }
  }

  @Test
  void aCardThatDoesNotFitIsRefused() throws Exception {
    Bundle reader = models.reader("first", "net", true, 0.9);
    refused(
        "\"scores\" : \"scores\"",
        "\"scores\" : \"genre\"",
        reader,
        "network.genre must be an output");
    refused(
        "\"folder\" : \"net\"",
        "\"folder\" : \"../net\"",
        reader,
        "network.folder=../net must be a plain name");
    refused(
        "\"folder\" : \"net\"", "\"folder\" : \"other\"", reader, "other/model.onnx is missing");
  }

  private void refused(String from, String to, Bundle reader, String message) throws IOException {
    String card =
        new String(CardJson.write(reader.card()), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(card.contains(from), card);
    Files.writeString(folder.resolve("first").resolve("card.json"), card.replace(from, to));
    BundleException e =
        assertThrows(
            BundleException.class, () -> Classifiers.load(folder.resolve("first").toString()));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }
}
