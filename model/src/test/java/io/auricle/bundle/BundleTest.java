package io.auricle.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Training.Confusion;
import io.auricle.bundle.Training.DataUse;
import io.auricle.bundle.Training.Metric;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.custom.CustomOptions;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.feature.published.Gtzan57Options;
import io.auricle.feature.set.FeatureSets;
import io.auricle.feature.statistics.Statistic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BundleTest {
  private static final About ABOUT =
      new About("small", "A small model", "Made for tests.", "Tests.", "Knows nothing.", "CC0-1.0");
  private static final List<String> LABELS = List.of("high", "low");
  private static final byte[] MODEL = {1, 2, 3};

  private Path folder;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void cardSurvivesWritingAndReading() throws IOException {
    ModelCard card = single(LABELS);
    assertEquals(card, CardJson.read(CardJson.write(card), "card.json"));
  }

  @Test
  void cardOfBeforeMatricesAndCertaintyIsRead() throws IOException {
    ModelCard card = single(LABELS);
    String json = new String(CardJson.write(card), StandardCharsets.UTF_8);
    String old =
        json.replaceAll(",\\s*\"certainty\" : \\{[^}]*}", "")
            .replaceAll(",\\s*\"confusions\" : \\[ \\{[^}]*} ]", "");
    assertFalse(old.contains("certainty") || old.contains("confusions"), old);
    ModelCard read = CardJson.read(old.getBytes(StandardCharsets.UTF_8), "card.json");
    assertEquals(List.of(), read.training().confusions());
    assertEquals(0.5, read.scores().sureFrom());
    assertEquals(0.4, card.scores().sureFrom());
    assertEquals(old, new String(CardJson.write(read), StandardCharsets.UTF_8));
  }

  @Test
  void featuresAreWrittenUnderTheirSetsName() {
    String json = new String(CardJson.write(single(LABELS)), StandardCharsets.UTF_8);
    assertTrue(json.contains("\"set\" : \"gtzan57\""), json);
    assertTrue(json.contains("\"layout\" : \"vector\""), json);
  }

  @Test
  void everyFeatureSetSurvivesWritingAndReading() throws IOException {
    for (String set : FeatureSets.names()) {
      ModelCard card = single(LABELS, FeatureSets.named(set));
      assertEquals(card, CardJson.read(CardJson.write(card), set));
    }
  }

  /** Cards of before say nothing of it, and are written as they were. */
  @Test
  void levelOfBandsIsWrittenWhereItIsChanged() throws IOException {
    LogMelOptions own = LogMelOptions.OWN;
    LogMelOptions levelled =
        new LogMelOptions(
            own.sampleRateHz(), own.preEmphasis(), own.frames(), own.mel(), own.logarithm(), 100.0);
    ModelCard card = single(LABELS, levelled);
    byte[] json = CardJson.write(card);
    assertEquals(card, CardJson.read(json, "levelled"));
    assertTrue(new String(json, StandardCharsets.UTF_8).contains("\"meanSum\" : 100.0"));
    String absolute = new String(CardJson.write(single(LABELS, own)), StandardCharsets.UTF_8);
    assertFalse(absolute.contains("meanSum"), absolute);
  }

  @Test
  void customSetsOfEveryFeatureSurviveWritingAndReading() throws IOException {
    List<FeaturePart> parts =
        FrameFeatures.names().stream()
            .map(
                name ->
                    new FeaturePart(
                        FrameFeatures.named(name), 2, 9, List.of(Statistic.MEAN, Statistic.STD)))
            .toList();
    FeatureOptions set = new CustomOptions("all", new FrameOptions(22_050, 2048, 512, true), parts);
    ModelCard card = single(LABELS, set);
    assertEquals(card, CardJson.read(CardJson.write(card), "custom"));
  }

  @Test
  void bundleSurvivesWritingAndReading() throws IOException {
    BundleWriter.write(folder.resolve("small"), single(LABELS), MODEL);
    Bundle bundle = Bundles.find(folder.resolve("small").toString());
    assertEquals(single(LABELS), bundle.card());
    assertArrayEquals(MODEL, bundle.model());
  }

  @Test
  void writingAgainReplacesTheBundleAndLeavesNothingElse() throws IOException {
    BundleWriter.write(folder.resolve("small"), single(LABELS), MODEL);
    BundleWriter.write(folder.resolve("small"), single(LABELS), new byte[] {4});
    assertArrayEquals(new byte[] {4}, Bundle.read(folder.resolve("small")).model());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("small")), files.toList());
    }
  }

  @Test
  void folderThatIsNoBundleIsNotReplaced() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "dear");
    assertThrows(BundleException.class, () -> BundleWriter.write(folder, single(LABELS), MODEL));
    assertTrue(Files.exists(folder.resolve("letter.txt")));
  }

  @Test
  void ensembleCarriesItsMembers() throws IOException {
    BundleWriter.write(folder.resolve("one"), single(LABELS), MODEL);
    BundleWriter.write(folder.resolve("both"), ensemble(), List.of(member("one"), member("one")));
    Bundle both = Bundle.read(folder.resolve("both"));
    assertEquals(2, both.members().size());
    assertArrayEquals(MODEL, both.members().get(1).model());
  }

  @Test
  void membersWithOtherLabelsAreRefused() throws IOException {
    BundleWriter.write(folder.resolve("one"), single(List.of("low", "high")), MODEL);
    BundleWriter.write(folder.resolve("both"), ensemble(), List.of(member("one"), member("one")));
    BundleException e =
        assertThrows(BundleException.class, () -> Bundle.read(folder.resolve("both")));
    assertTrue(e.toString().contains("must be the ensemble's [high, low]"), e.toString());
  }

  @Test
  void unknownNameListsWhatThereIs() {
    IOException e = assertThrows(UnknownModelException.class, () -> Bundles.find("no-such-model"));
    assertTrue(
        e.toString().contains("model=no-such-model must be the folder of a model"), e.getMessage());
  }

  @Test
  void bundleWithoutModelSaysSo() throws IOException {
    BundleWriter.write(folder.resolve("small"), single(LABELS), MODEL);
    Files.delete(folder.resolve("small/model.onnx"));
    Bundle bundle = Bundle.read(folder.resolve("small"));
    BundleException e = assertThrows(BundleException.class, bundle::model);
    assertTrue(e.toString().contains("model.onnx is missing"), e.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "formatVersion" : 1     | "formatVersion" : 2     | formatVersion=2 is newer than 1
          "formatVersion" : 1,    |                         | formatVersion is missing
          "temperature" : 1.0     | "temperature" : -1      | scores: temperature=-1.0 must be above 0
          "clipSeconds" : 30.0,   |                         | input.clipSeconds: is missing
          "clipSeconds" : 30.0    | "clipSeconds" : 0       | input: clipSeconds=0.0 must be in
          "set" : "gtzan57"       | "set" : "gtzan58"       | 'gtzan58'
          "title" :               | "titel" :               | about: title is missing
          "title" :               | "t" : "", "title" :     | about.t: is no key that is known here
          "licence" : "CC0-1.0"   | "licence" : null        | about: licence is missing
          "low" ]                 | "high" ]                | must be different
          "vector"                | "matrix"                | input.layout
          [ 3, 1 ], [ 2, 4 ]      | [ 3, 1 ], [ 2 ]         | must be as many columns as rows
          [ 3, 1 ], [ 2, 4 ]      | [ 3, 1 ], null          | a row of counts is missing
          [ 3, 1 ], [ 2, 4 ]      | [ 3, 1 ], [ 2, -4 ]     | counts=[[3, 1], [2, -4]] must be 0 or more
          [ 3, 1 ], [ 2, 4 ]      | [ 3, 1 ], [ 2, null ]   | must be 0 or more
          [ 3, 1 ], [ 2, 4 ]      | [ 3 ]                   | of tones, test must be 2 rows and columns, as many as the labels
          "threshold" : 0.4       | "threshold" : 1.4       | scores.certainty: threshold=1.4 must be in [0, 1]
          "coverage" : 0.8        | "coverage" : 0          | coverage=0.0 must be in (0, 1]
          "wanted" : 0.75         | "wanted" : 0            | wanted=0.0 must be in (0, 1]
          "accuracy" : 0.76       | "accuracy" : 7.6        | accuracy=7.6 must be in [0, 1]
          "probabilities"         | "tags"                  | certainty must be left out for tags
          "temperature" : 1.0     | "temperature" : "hot"   | scores.temperature: must be a number, is "hot"
          "temperature" : 1.0     | "temperature" : [ ]     | scores.temperature: must be a number
          "labels" : [            | "labels" : 7, "x" : [   | labels: must be a list
          "title" :               | "title" : "", "title" : | : key title must be given once
          "vector"                | "vector                 | : line
          """)
  void faultInCardIsNamed(String part, String replacement, String message) {
    String json = new String(CardJson.write(single(LABELS)), StandardCharsets.UTF_8);
    assertTrue(json.contains(part), json);
    String bad = json.replace(part, replacement == null ? "" : replacement);
    BundleException e =
        assertThrows(
            BundleException.class,
            () -> CardJson.read(bad.getBytes(StandardCharsets.UTF_8), "x/card.json"));
    assertTrue(e.toString().contains(": x/card.json: "), e.toString());
    assertTrue(e.toString().contains(message), e.toString());
    assertTrue(!e.toString().contains("com.fasterxml"), e.toString());
    assertTrue(
        !e.toString().matches("(?s).*([dD]eserialize|`|java\\.|Exception;).*"), e.toString());
  }

  @Test
  void faultsHaveTheirLine() {
    String json = new String(CardJson.write(single(LABELS)), StandardCharsets.UTF_8);
    List<String> lines = json.lines().toList();
    int line = 1 + lines.indexOf(lines.stream().filter(l -> l.contains("title")).findFirst().get());
    for (String bad :
        List.of(
            json.replace("\"title\"", "\"name\" : \"x\", \"title\""),
            json.replace("\"title\" :", "\"title\" ="))) {
      BundleException e =
          assertThrows(
              BundleException.class,
              () -> CardJson.read(bad.getBytes(StandardCharsets.UTF_8), "card.json"));
      assertTrue(e.toString().contains("line " + line + ": "), e.toString());
    }
    BundleException deep =
        assertThrows(
            BundleException.class,
            () ->
                CardJson.read(
                    ("{\"formatVersion\":" + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8),
                    "card.json"));
    assertTrue(deep.toString().contains("is nested too deep"), deep.toString());
  }

  @Test
  @Timeout(120)
  void cardIsASmallRegularFile() throws Exception {
    Path bundle = folder.resolve("small");
    BundleWriter.write(bundle, single(LABELS), MODEL);
    Path card = bundle.resolve("card.json");
    Files.write(card, new byte[60_000_000]);
    assertEquals(bundle + ": card.json has more than the 1 MB that such a file may have", fault());
    Files.delete(card);
    Files.createDirectory(card);
    assertEquals(bundle + ": card.json is a folder, a file is needed here", fault());
    Files.delete(card);
    if (new ProcessBuilder("mkfifo", card.toString()).start().waitFor() == 0) {
      assertTrue(fault().startsWith(bundle + ": card.json is a pipe or a device"), fault());
      Files.delete(card);
    }
    assertTrue(fault().contains("card.json is missing"), fault());
  }

  private String fault() {
    return String.valueOf(
        assertThrows(BundleException.class, () -> Bundle.read(folder.resolve("small")))
            .getMessage());
  }

  private Bundle member(String name) throws IOException {
    return Bundle.read(folder.resolve(name));
  }

  private static ModelCard single(List<String> labels) {
    return single(labels, new Gtzan57Options(22050, 2048, 512));
  }

  private static ModelCard single(List<String> labels, FeatureOptions features) {
    InputOptions input = InputOptions.vector(features, 30);
    Training training =
        new Training(
            7,
            List.of(new DataUse("tones", "by track", "", Map.of("train", 4, "test", 2))),
            List.of(new Metric("accuracy", "tones", "test", 0.5, 0.1, 0.9)),
            List.of(new Confusion("tones", "test", List.of(List.of(3L, 1L), List.of(2L, 4L)))));
    ScoreOptions scores = ScoreOptions.PLAIN.withCertainty(new Certainty(0.4, 0.75, 0.8, 0.76));
    return ModelCard.single(ABOUT, labels, input, scores, training);
  }

  private static ModelCard ensemble() {
    Ensemble ensemble =
        new Ensemble(
            Ensemble.Combination.MEAN,
            List.of(new Ensemble.Member("a", 1), new Ensemble.Member("b", 2)));
    return ModelCard.ensemble(ABOUT, LABELS, ensemble, ScoreOptions.PLAIN, Training.unknown());
  }
}
