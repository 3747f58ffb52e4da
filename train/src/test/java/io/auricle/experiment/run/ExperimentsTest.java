package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.ModelCard;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExperimentsTest {
  private static final String YAML =
      """
      about:
        name: noises
        title: Noises
        description: Made for a test.
        intendedUse: Tests.
        limits: Knows three noises.
        licence: CC0-1.0
      labels: [hiss, hum, tick]
      seed: 5
      input:
        features: {set: gtzan57, sampleRateHz: 22050, frameLength: 2048, hopLength: 512}
        clipSeconds: 2
        segmentFrames: 1
        segmentHopFrames: 1
        layout: vector
      model:
        classic: {kind: svm, scheme: one_vs_one, cost: 3, gamma: 0, balanced: false}
      data:
        - dataset: folder
          path: ${data}
          split: {stratified: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}
      calibrate: false
      """;

  private Path folder;
  private Path yaml;

  @BeforeEach
  void folder(@TempDir Path temporary) throws IOException {
    folder = temporary;
    yaml = Files.writeString(folder.resolve("noises.yaml"), YAML);
  }

  @Test
  void noisesAreLearnedAndNamedAndTheSameSeedGivesTheSameModel() throws Exception {
    Path data = noises(8);
    RunFolder first = run(Map.of("data", data.toString()));
    Bundle bundle = Bundle.read(first.model());
    try (Classifier classifier = Classifiers.load(bundle)) {
      for (String kind : Noises.KINDS) {
        Path file = Noises.wav(folder.resolve(kind + ".wav"), kind, new Random(99), 3);
        TrackPrediction prediction = classifier.predict(file);
        assertEquals(kind, prediction.best().label());
        assertEquals(3.0, prediction.durationSeconds());
        assertEquals(2, prediction.segments().size());
      }
    }
    assertTrue(
        bundle.card().training().metrics().stream()
            .anyMatch(m -> m.name().equals("accuracy") && m.value() == 1),
        bundle.card().training().toString());
    assertTrue(Files.exists(first.path().resolve("run.json")));
    assertTrue(Files.exists(first.path().resolve("svm.tribuo")));
    RunFolder second = run(Map.of("data", data.toString()));
    assertArrayEquals(bundle.model(), Bundle.read(second.model()).model());
  }

  @Test
  void resolvedExperimentRunsAgainToTheSameModel() throws Exception {
    Path data = noises(8);
    RunFolder first = run(Map.of("data", data.toString()));
    yaml = first.experiment();
    RunFolder second = run(Map.of());
    assertArrayEquals(Bundle.read(first.model()).model(), Bundle.read(second.model()).model());
  }

  @Test
  void ensembleOfTwoRunsAnswers() throws Exception {
    Path data = noises(8);
    RunFolder svm = run(Map.of("data", data.toString(), "about.name", "svm"));
    RunFolder logistic =
        run(
            Map.of(
                "data", data.toString(),
                "about.name", "logistic",
                "model.classic", "{kind: logistic}"));
    String text =
        YAML.substring(0, YAML.indexOf("input:"))
            + """
            model:
              ensemble:
                fitWeights: false
                members: [{run: "%s"}, {run: "%s", weight: 2}]
            calibrate: true
            """
                .formatted(svm.path(), logistic.path());
    Files.writeString(yaml, text);
    RunFolder both = run(Map.of());
    ModelCard card = Bundle.read(both.model()).card();
    assertEquals(2, ((Ensemble) card.kind()).members().size());
    try (Classifier classifier = Classifiers.load(both.model().toString())) {
      Path file = Noises.wav(folder.resolve("a.wav"), "hum", new Random(98), 5);
      TrackPrediction prediction = classifier.predict(file);
      assertEquals("hum", prediction.best().label());
      assertEquals(3, prediction.segments().size());
    }
  }

  @Test
  void missingVariableIsNamed() {
    ExperimentException e = assertThrows(ExperimentException.class, () -> run(Map.of()));
    assertTrue(e.toString().contains("give it with --set data=..."), e.toString());
  }

  @Test
  void settingWithoutPlaceIsNamed() {
    ExperimentException e =
        assertThrows(
            ExperimentException.class, () -> run(Map.of("data", "x", "modle.classic.cost", "1")));
    assertTrue(e.toString().contains("modle.classic.cost"), e.toString());
  }

  @Test
  void badValueIsNamedWithItsPlace() {
    ExperimentException e =
        assertThrows(
            ExperimentException.class, () -> run(Map.of("data", "x", "model.classic.cost", "-1")));
    assertTrue(e.toString().contains("model.classic.cost=-1.0 must be above 0"), e.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model.classic | {kind: svn} | model.classic.kind=svn must be one of [discriminant, forest,"
            + " logistic, multinomial, neighbours, svm, xgboost]; did you mean svm?",
        "model.classic | {cost: 1} | model.classic.kind is missing; it must be one of [discriminant,",
        "input.features | {set: gtzan75} | input.features.set=gtzan75 must be one of [mel, melstats,",
        "input.layout | vectr | input.layout=vectr must be one of [vector, frames_bands,",
      })
  void wordsThatAreNotAllowedAreNamedWithThoseThatAre(String key, String value, String message) {
    ExperimentException e =
        assertThrows(ExperimentException.class, () -> run(Map.of("data", "x", key, value)));
    assertTrue(e.toString().contains(message), e.toString());
  }

  @Test
  void tooManyBadFilesEndTheRun() throws IOException {
    Path data = noises(3);
    Files.writeString(data.resolve("hum/bad.wav"), "RIFFnot really a WAV file at all");
    ExperimentException e =
        assertThrows(
            ExperimentException.class,
            () -> run(Map.of("data", data.toString(), "data.0.split", "{all: train}")));
    assertTrue(e.toString().contains("1 of 10 files cannot be analysed"), e.toString());
  }

  @Test
  void gtzanTableGivesTheKnownAccuracy() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "set -Dauricle.data=FOLDER to train on the GTZAN table");
    yaml = Path.of("../experiments/gtzan57-svm.yaml");
    RunFolder run = run(Map.of("data", data));
    double accuracy =
        Bundle.read(run.model()).card().training().metrics().stream()
            .filter(m -> m.name().equals("accuracy") && m.split().equals("validation"))
            .findFirst()
            .orElseThrow()
            .value();
    assertTrue(accuracy > 0.40, "accuracy=" + accuracy);
  }

  private RunFolder run(Map<String, String> settings) throws Exception {
    return Experiments.run(yaml, settings, folder, line -> {});
  }

  private Path noises(int each) throws IOException {
    return Noises.write(folder.resolve("data"), each, new Random(3));
  }
}
