package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The bundled model of moods, on the clips that come with the program and on music of others. */
final class MoodModelTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @Test
  void eachSampleHasAPlaceInThePlaneOfMoods() throws IOException {
    Map<String, JsonNode> moods = moods(SAMPLES);
    assertEquals(11, moods.size());
    for (JsonNode mood : moods.values()) {
      Map<String, Double> scores = new LinkedHashMap<>();
      mood.get("labels").forEach(l -> scores.put(l.get("label").asText(), score(l)));
      assertEquals(4, scores.size());
      double happy = scores.getOrDefault("happy", Double.NaN);
      double angry = scores.getOrDefault("angry", Double.NaN);
      double sad = scores.getOrDefault("sad", Double.NaN);
      double calm = scores.getOrDefault("calm", Double.NaN);
      assertEquals(1, happy + angry + sad + calm, 1e-3);
      assertEquals(happy + calm - angry - sad, mood.get("valence").asDouble(), 1e-3);
      assertEquals(happy + angry - sad - calm, mood.get("arousal").asDouble(), 1e-3);
    }
    // The two whose sound leaves the least doubt.
    double metal = arousal(moods, "metal.mp3");
    double classical = arousal(moods, "classical.flac");
    assertTrue(metal > 0 && classical < 0, metal + " " + classical);
  }

  @Test
  void theCardStatesDataFiguresAndLimits() {
    Outcome outcome = Outcome.of("models", "info", "mood", "--all");
    assertEquals(0, outcome.code(), outcome.err());
    for (String part : List.of("calm", "mood4q", "out of fold", "arousal sign", "Limits", "[0.")) {
      assertTrue(outcome.out().contains(part), part + " is missing in " + outcome.out());
    }
  }

  /** Listeners of Emotify said what they felt; none of its tracks was learned from as a mood. */
  @Test
  void valenceAndArousalFollowTheListenersOfOtherMusic() throws IOException {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "-Dauricle.data=FOLDER is not given");
    Path emotify = Path.of(String.valueOf(data), "emotify");
    Map<String, JsonNode> moods = moods(emotify);
    List<double[]> valence = new ArrayList<>();
    List<double[]> arousal = new ArrayList<>();
    try (CSVParser table =
        CSVParser.parse(
            Files.readString(emotify.resolve("labels.csv")),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord row : table) {
        JsonNode mood = mood(moods, row.get("path"));
        double pleasant = sum(row, "joyful_activation", "calmness", "tenderness");
        double unpleasant = sum(row, "tension", "sadness");
        double excited = sum(row, "joyful_activation", "power", "tension");
        double quiet = sum(row, "calmness", "tenderness", "sadness");
        valence.add(new double[] {mood.get("valence").asDouble(), pleasant - unpleasant});
        arousal.add(new double[] {mood.get("arousal").asDouble(), excited - quiet});
      }
    }
    double ofValence = rankCorrelation(valence);
    double ofArousal = rankCorrelation(arousal);
    System.out.printf("rank correlation: valence %.3f, arousal %.3f%n", ofValence, ofArousal);
    assertTrue(ofValence > 0.2 && ofArousal > 0.5, ofValence + " " + ofArousal);
  }

  /** What the model says of all files of a folder, by their paths below it. */
  private static Map<String, JsonNode> moods(Path folder) throws IOException {
    Outcome outcome =
        Outcome.of("classify", "--model", "mood", "--format", "jsonl", folder.toString());
    assertEquals(0, outcome.code(), outcome.err());
    Map<String, JsonNode> moods = new LinkedHashMap<>();
    for (String line : outcome.outLines()) {
      JsonNode mood = new ObjectMapper().readTree(line);
      moods.put(folder.relativize(Path.of(mood.get("path").asText())).toString(), mood);
    }
    return moods;
  }

  private static double arousal(Map<String, JsonNode> moods, String name) {
    return mood(moods, name).get("arousal").asDouble();
  }

  private static JsonNode mood(Map<String, JsonNode> moods, String name) {
    JsonNode mood = moods.get(name);
    assertTrue(mood != null, name + " is missing in " + moods.keySet());
    return Objects.requireNonNull(mood);
  }

  private static double score(JsonNode label) {
    return label.get("score").asDouble();
  }

  private static double sum(CSVRecord row, String... columns) {
    return Arrays.stream(columns).mapToDouble(name -> Double.parseDouble(row.get(name))).sum();
  }

  /** Spearman's, equal values with the mean of their ranks. */
  private static double rankCorrelation(List<double[]> pairs) {
    double[] a = ranks(pairs.stream().mapToDouble(pair -> pair[0]).toArray());
    double[] b = ranks(pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    double mean = (a.length + 1) / 2.0;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - mean) * (b[i] - mean);
      aa += (a[i] - mean) * (a[i] - mean);
      bb += (b[i] - mean) * (b[i] - mean);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static double[] ranks(double[] values) {
    return Arrays.stream(values)
        .map(
            value -> {
              long below = Arrays.stream(values).filter(other -> other < value).count();
              long equal = Arrays.stream(values).filter(other -> other == value).count();
              return below + (equal + 1) / 2.0;
            })
        .toArray();
  }
}
