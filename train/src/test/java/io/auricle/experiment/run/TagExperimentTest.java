package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.ScoreOptions.Output;
import io.auricle.bundle.Training.Metric;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.task.Answer;
import io.auricle.experiment.task.Scored;
import io.auricle.experiment.task.SeveralTags;
import io.auricle.experiment.task.TagOptions;
import io.auricle.experiment.task.Temperature;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags from audio files to bundles: three noises, several at once. */
final class TagExperimentTest {
  private static final List<String> TAGS = List.of("hiss", "hum", "tick");

  private static Path folder;
  private static RunFolder network;
  private static RunFolder classic;
  private static final List<String> SAID = new ArrayList<>();

  @BeforeAll
  static void runs(@TempDir Path temporary) throws Exception {
    folder = temporary;
    TagExperiment.write(folder);
    network = run("network", Map.of());
    classic = run("classic", Map.of());
  }

  @Test
  void networkAndClassicalModelNameAllThatSounds() throws Exception {
    for (RunFolder run : List.of(network, classic)) {
      assertTrue(figure(run, "ROC-AUC, macro", "test") > 0.9, run + " " + metrics(run));
      assertTrue(figure(run, "F1, macro", "test") > 0.8, run + " " + metrics(run));
      Path file = Noises.wav(folder.resolve("new.wav"), "hiss+hum", new Random(9), 3);
      try (Classifier classifier = Classifiers.load(Bundle.read(run.model()))) {
        assertEquals(
            List.of("hiss", "hum"), List.copyOf(new TreeSet<>(classifier.predict(file).given())));
      }
    }
  }

  @Test
  void cardHoldsThresholdsAndScoresStandForThemselves() throws IOException {
    for (RunFolder run : List.of(network, classic)) {
      ModelCard card = Bundle.read(run.model()).card();
      assertEquals(TAGS, card.labels());
      assertEquals(Output.TAGS, card.scores().output());
      assertEquals(3, card.scores().thresholds().size());
    }
    InputOptions input = Bundle.read(network.model()).single().input();
    assertEquals(0.5, input.edgeSeconds());
  }

  @Test
  void thresholdsLieWhereValidationTracksArePartedBest() {
    List<Scored> validation = new ArrayList<>();
    double[][] scores = {{0.1, 0.9}, {0.2, 0.7}, {0.3, 0.8}, {0.4, 0.2}};
    boolean[][] given = {{false, true}, {false, false}, {true, true}, {true, false}};
    for (int i = 0; i < scores.length; i++) {
      Answer answer = Answer.tags(List.of(given[i][0], given[i][1]));
      List<Double> row = List.of(scores[i][0], scores[i][1]);
      validation.add(new Scored("d", "t" + i, "t" + i, Part.VALIDATION, answer, row));
    }
    ScoreOptions chosen =
        task(null).decided(new ScoreOptions(Output.TAGS, 1), validation, line -> {});
    assertEquals(List.of(0.25, 0.75), chosen.thresholds());
    chosen = task(0.9).decided(chosen, validation, line -> {});
    assertEquals(List.of(0.9, 0.9), chosen.thresholds());
  }

  private static SeveralTags task(@Nullable Double threshold) {
    TagOptions options = new TagOptions(null, TagOptions.Learn.TAGS, null, 0.0, threshold);
    return new SeveralTags(List.of("rare", "common"), options);
  }

  /** Of two tags with scores of 0.9, one there and one not, the best temperature makes both 0.5. */
  @Test
  void temperatureMakesBoldTagsModest() {
    Answer answer = Answer.tags(List.of(true, false));
    List<Scored> tracks =
        List.of(new Scored("d", "t", "t", Part.VALIDATION, answer, List.of(0.9, 0.9)));
    Temperature temperature = Temperature.fit(tracks, task(null));
    assertEquals(10, temperature.value(), 1e-3);
    // The logit of 0.9 is ln 9; a tenth of it.
    double expected = 1 / (1 + Math.exp(-Math.log(9) / 10));
    assertEquals(expected, temperature.of(List.of(0.9)).get(0), 1e-3);
  }

  @Test
  void scoresOfSeveralTagsSumToMoreThanOne() throws Exception {
    List<Scored> scored = ScoreTable.read(classic.scores(), TAGS);
    Scored both =
        scored.stream()
            .filter(track -> track.id().equals("hiss-hum-7.wav"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(0, 1), both.answer().indices());
    assertTrue(both.scores().get(0) + both.scores().get(1) > 1.2, both.toString());
    // What classifies music gives the same as what was measured.
    try (Classifier classifier = Classifiers.load(Bundle.read(classic.model()))) {
      double score = classifier.predict(folder.resolve("data").resolve(both.id())).score("hum");
      assertEquals(both.scores().get(1), score, 1e-6);
    }
  }

  @Test
  void runSaysWhatBecameOfTheTags() throws IOException {
    JsonNode tags =
        new JsonMapper().readTree(network.path().resolve("run.json").toFile()).path("tags");
    assertEquals(7, tags.path("before").path("boring").asInt());
    assertEquals(12, tags.path("before").path("hissing").asInt());
    assertEquals(24, tags.path("after").path("hiss").asInt());
    assertEquals("[\"boring\"]", tags.path("dropped").toString());
    assertEquals("{\"hissing\":\"hiss\"}", tags.path("merged").toString());
    assertEquals("[\"once\"]", tags.path("tooRare").toString());
    assertEquals("[\"late\"]", tags.path("notInTraining").toString());
    assertTrue(
        SAID.contains(
            "7 tags, 4 after the clean-up, 3 learned; left out, being on none or all of the training"
                + " tracks: late"),
        SAID.toString());
    // The track whose only tag is dropped is not learned as one of no tag.
    assertTrue(SAID.stream().anyMatch(line -> line.contains("48 tracks, 1 of other")), "" + SAID);
  }

  @Test
  void tagOfNoTestTrackIsInNoMean() throws Exception {
    RunFolder run = run("classic", Map.of("data.0.parts", "[train, validation]"));
    assertTrue(metrics(run).stream().noneMatch(metric -> metric.split().equals("test")));
    // Only hum in the test part: hiss and tick have no area, and hum, on every track, neither.
    Path split = folder.resolve("hum.split");
    String text = Files.readString(folder.resolve("noises.split"));
    int test = text.indexOf("[test]");
    Files.writeString(split, text.substring(0, test) + "[test]\nhum-6.wav\nhum-tick-6.wav\n");
    run = run("classic", Map.of("data.0.split.file", split.toString()));
    JsonNode facts = new JsonMapper().readTree(run.path().resolve("run.json").toFile());
    assertEquals("[\"hiss\",\"hum\"]", facts.path("tagsWithoutArea").path("csv test").toString());
    assertEquals(1, figure(run, "ROC-AUC, macro", "test"), 1e-9);
  }

  @Test
  void ensembleTakesTheMeanOfEachTag() throws Exception {
    String text =
        """
        about: {name: both, title: Both, description: Test., intendedUse: Tests., limits: All., licence: CC0-1.0}
        labels: [hiss, hum, tick]
        tags: {}
        model:
          ensemble:
            members: [{run: "%s"}, {run: "%s"}]
        calibrate: false
        """
            .formatted(network.path(), classic.path());
    Files.writeString(folder.resolve("both.yaml"), text);
    RunFolder both = run("both", Map.of());
    for (RunFolder run : List.of(network, classic, both)) {
      WrittenScores.assertSaidByBundle(run, TAGS, folder.resolve("data"));
    }
    List<Scored> first = ScoreTable.read(network.scores(), TAGS);
    List<Scored> second = ScoreTable.read(classic.scores(), TAGS);
    List<Scored> joined = ScoreTable.read(both.scores(), TAGS);
    for (int i = 0; i < joined.size(); i++) {
      double mean = (first.get(i).scores().get(1) + second.get(i).scores().get(1)) / 2;
      assertEquals(mean, joined.get(i).scores().get(1), 1e-9);
    }
    assertEquals(3, Bundle.read(both.model()).card().scores().thresholds().size());
    assertTrue(figure(both, "ROC-AUC, macro", "test") > 0.9);
  }

  @Test
  void unknownTagsAreNamedWithTheNearest() throws IOException {
    Files.writeString(folder.resolve("wrong.yaml"), "drop: [borring]\n");
    String message = refused(Map.of("tags.cleanUp", folder.resolve("wrong.yaml").toString()));
    assertTrue(message.contains("wrong.yaml: drop: borring is none of the 7 tags"), message);
    assertTrue(message.endsWith("did you mean boring?"), message);
    message = refused(Map.of("labels", "[hiss, humm]"));
    assertTrue(message.contains("humm is none of the 4 tags that the data have"), message);
    assertTrue(message.endsWith("did you mean hum?"), message);
    Files.writeString(folder.resolve("key.yaml"), "dropp: [boring]\n");
    message = refused(Map.of("tags.cleanUp", folder.resolve("key.yaml").toString()));
    assertTrue(message.contains("there is no key dropp; did you mean drop?"), message);
  }

  @Test
  void tagsAreNotLearnedAsLabels() {
    String message = refused(Map.of("tags", "null", "labels", "[hiss, hum, tick]"));
    assertTrue(message.contains("not one label; any number is learned where"), message);
  }

  @Test
  void sharesThatNobodyKnowsAreRefused() {
    String message = refused(Map.of("tags.learn", "shares"));
    assertTrue(message.contains("learn=shares must be tags"), message);
  }

  private static String refused(Map<String, String> settings) {
    return String.valueOf(
        assertThrows(ExperimentException.class, () -> run("classic", settings)).getMessage());
  }

  private static RunFolder run(String name, Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("name", name);
    if (name.equals("both")) {
      all.remove("name");
    }
    return Experiments.run(folder.resolve(name + ".yaml"), all, folder, SAID::add);
  }

  private static List<Metric> metrics(RunFolder run) throws IOException {
    return Bundle.read(run.model()).card().training().metrics();
  }

  private static double figure(RunFolder run, String name, String part) throws IOException {
    return metrics(run).stream()
        .filter(metric -> metric.name().equals(name) && metric.split().equals(part))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
