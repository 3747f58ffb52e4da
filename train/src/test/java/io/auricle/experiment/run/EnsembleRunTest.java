package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.Ensemble;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.task.Answer;
import io.auricle.experiment.task.Scored;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.split.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensembles of a network and a classical model on the same noises. */
final class EnsembleRunTest {
  private static final String CLASSIC =
      """
      input:
        features: {set: gtzan57, sampleRateHz: 22050, frameLength: 2048, hopLength: 512}
        clipSeconds: 2
        segmentFrames: 1
        segmentHopFrames: 1
        layout: vector
      model:
        classic: {kind: neighbours, neighbours: 3}
      data:
      """;
  private static final String ENSEMBLE =
      """
      about:
        name: both
        title: Both
        description: Made for a test.
        intendedUse: Tests.
        limits: Knows three noises.
        licence: CC0-1.0
      labels: [hiss, hum, tick]
      model:
        ensemble:
          combination: ${combination}
          members:
            - {run: "${network}", weight: 1}
            - {run: "${classic}", weight: 3}
          fitWeights: ${fit}
      """;

  private static Path folder;
  private static RunFolder network;
  private static RunFolder classic;

  @BeforeAll
  static void members(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Path yaml = NoiseExperiment.write(folder);
    network = Experiments.run(yaml, Map.of(), folder, line -> {});
    String text = Files.readString(yaml);
    String head =
        text.substring(0, text.indexOf("input:")).replace("name: noises", "name: classic");
    String data = text.substring(text.indexOf("data:\n") + "data:\n".length());
    Path other = Files.writeString(folder.resolve("classic.yaml"), head + CLASSIC + data);
    classic = Experiments.run(other, Map.of(), folder, line -> {});
    Files.writeString(folder.resolve("ensemble.yaml"), ENSEMBLE);
  }

  @Test
  void networkAndClassicalModelAnswerByTheirWeightedMean() throws Exception {
    RunFolder both = run("mean", false, network, classic);
    Path file = Noises.wav(folder.resolve("new.wav"), "hum", new Random(9), 2);
    try (Classifier first = Classifiers.load(Bundle.read(network.model()));
        Classifier second = Classifiers.load(Bundle.read(classic.model()));
        Classifier together = Classifiers.load(Bundle.read(both.model()))) {
      for (String kind : Noises.KINDS) {
        double expected =
            (first.predict(file).score(kind) + 3 * second.predict(file).score(kind)) / 4;
        assertEquals(expected, together.predict(file).score(kind), 1e-6);
      }
    }
    List<Scored> a = scores(network);
    List<Scored> b = scores(classic);
    List<Scored> joined = scores(both);
    assertTrue(joined.size() >= 12, joined.toString());
    for (int t = 0; t < joined.size(); t++) {
      for (int l = 0; l < 3; l++) {
        double expected = (a.get(t).scores().get(l) + 3 * b.get(t).scores().get(l)) / 4;
        assertEquals(expected, joined.get(t).scores().get(l), 1e-12);
      }
    }
  }

  @Test
  void scoresOfRunsAreThoseOfTheirBundles() throws Exception {
    for (RunFolder run :
        List.of(
            network,
            classic,
            run("mean", false, network, classic),
            run("mean", true, network, classic),
            calibrated("mean"),
            calibrated("vote"))) {
      WrittenScores.assertSaidByBundle(run, Noises.KINDS, folder.resolve("data"));
    }
  }

  @Test
  void voteCountsTheWeightsOfThoseThatSayALabel() throws Exception {
    // One says always the right label and weighs 1, the other always the next and weighs 3.
    RunFolder right = saying("right", network, 0, 0);
    RunFolder wrong = saying("wrong", classic, 1, 1);
    for (Scored track : scores(run("vote", false, right, wrong))) {
      assertEquals(0.25, track.scores().get(track.label()));
      assertEquals(0.75, track.scores().get((track.label() + 1) % 3));
    }
  }

  @Test
  void fittedWeightsFollowTheValidationPartAlone() throws Exception {
    // What is right in validation is wrong in the test part, which must not be asked.
    RunFolder right = saying("good", network, 0, 1);
    RunFolder wrong = saying("bad", classic, 1, 0);
    RunFolder both = run("mean", true, right, wrong);
    Ensemble ensemble = (Ensemble) Bundle.read(both.model()).card().kind();
    assertEquals("noises", ensemble.members().get(0).folder());
    assertTrue(ensemble.members().get(0).weight() >= 0.8, ensemble.toString());
  }

  /** One member has learned from the first track, the other chose by the second. */
  @Test
  void onlyTracksThatNoMemberLearnedFromCountAndOnlyThoseNewToAllAreTests() throws Exception {
    RunFolder other = saying("other", classic, 0, 0);
    List<Scored> rows = new ArrayList<>(scores(other));
    List<Scored> tests = rows.stream().filter(t -> t.part() == Part.TEST).toList();
    rows.remove(tests.get(0));
    rows.set(rows.indexOf(tests.get(1)), tests.get(1).in(Part.VALIDATION));
    ScoreTable.write(other.scores(), Noises.KINDS, rows);
    List<Scored> joined = scores(run("mean", false, network, other));
    assertEquals(rows.stream().map(Scored::id).toList(), joined.stream().map(Scored::id).toList());
    assertEquals(
        rows.stream().map(Scored::part).toList(), joined.stream().map(Scored::part).toList());
  }

  @Test
  void membersThatWereToldOtherLabelsOfATrackAreRefused() throws Exception {
    RunFolder other = saying("contrary", classic, 0, 0);
    List<Scored> rows = new ArrayList<>(scores(other));
    Scored first = rows.get(0);
    rows.set(
        0,
        new Scored(
            first.dataset(),
            first.id(),
            first.group(),
            first.part(),
            Answer.label((first.label() + 1) % 3, 3),
            first.scores()));
    ScoreTable.write(other.scores(), Noises.KINDS, rows);
    ExperimentException e =
        assertThrows(ExperimentException.class, () -> run("mean", false, network, other));
    assertTrue(String.valueOf(e.getMessage()).contains(first.id()), e.getMessage());
  }

  @Test
  void groupsOfTheFirstMemberCount() throws Exception {
    RunFolder other = saying("regrouped", classic, 0, 0);
    List<Scored> rows =
        scores(other).stream()
            .map(t -> new Scored(t.dataset(), t.id(), "other", t.part(), t.answer(), t.scores()))
            .toList();
    ScoreTable.write(other.scores(), Noises.KINDS, rows);
    assertEquals(
        scores(network).stream().map(Scored::group).toList(),
        scores(run("mean", true, network, other)).stream().map(Scored::group).toList());
  }

  /** A copy of a run whose scores are right, or for the next label, on each part. */
  private static RunFolder saying(String name, RunFolder run, int validation, int test)
      throws Exception {
    RunFolder copy = new RunFolder(Files.createDirectories(folder.resolve(name)));
    Files.createDirectories(copy.model());
    try (var files = Files.list(run.model())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.model().resolve(file.getFileName()));
      }
    }
    List<Scored> rows = new ArrayList<>();
    for (Scored track : scores(run)) {
      int shift = track.part() == Part.VALIDATION ? validation : test;
      int said = (track.label() + shift) % 3;
      List<Double> scores = new ArrayList<>(Collections.nCopies(3, 0.1));
      scores.set(said, 0.8);
      rows.add(track.withScores(scores));
    }
    ScoreTable.write(copy.scores(), Noises.KINDS, rows);
    return copy;
  }

  private static List<Scored> scores(RunFolder run) throws Exception {
    return ScoreTable.read(run.scores(), Noises.KINDS);
  }

  private static RunFolder calibrated(String combination) throws Exception {
    Map<String, String> settings = new HashMap<>(settings(combination, false, network, classic));
    settings.put("calibrate", "true");
    RunFolder run = Experiments.run(folder.resolve("ensemble.yaml"), settings, folder, line -> {});
    assertNotEquals(1, Bundle.read(run.model()).card().scores().temperature());
    return run;
  }

  private static Map<String, String> settings(
      String combination, boolean fit, RunFolder a, RunFolder b) {
    return Map.of(
        "combination", combination,
        "fit", Boolean.toString(fit),
        "network", a.path().toString(),
        "classic", b.path().toString());
  }

  private static RunFolder run(String combination, boolean fit, RunFolder a, RunFolder b)
      throws Exception {
    Map<String, String> settings = settings(combination, fit, a, b);
    return Experiments.run(folder.resolve("ensemble.yaml"), settings, folder, line -> {});
  }
}
