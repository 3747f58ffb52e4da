package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Certainty;
import io.auricle.bundle.ScoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats of {@code auricle classify}, as docs/cli.md promises them. */
final class ClassifyTest {
  private static Path model;

  private Path folder;
  private Path hum;
  private Path hiss;
  private Path missing;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
  }

  @BeforeEach
  void files(@TempDir Path temporary) throws IOException {
    folder = temporary;
    hum = Files.write(folder.resolve("hum.wav"), Wav.noise("hum", 71, 6.5));
    hiss = Files.write(folder.resolve("hiss.wav"), Wav.noise("hiss", 72, 2.5));
    missing = folder.resolve("missing.wav");
  }

  @Test
  void anEmbeddingIsAskedOfModelsThatGiveOne() {
    Outcome outcome = Outcome.of("classify", "--embedding", "--model", model, hum);
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("--embedding is for models that give one"), outcome.err());
  }

  @Test
  void tableNamesTheBestLabelOfEachFile() {
    Outcome outcome = Outcome.of("classify", "--model", model, hum, hiss);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
    assertTrue(outcome.outLines().get(0).matches(".*hum\\.wav +hum +\\d+ % +hiss <?\\d+ %"));
    assertTrue(outcome.outLines().get(1).matches(".*hiss\\.wav +hiss +\\d+ % +hum <?\\d+ %"));
  }

  /** The same model, which says less of itself: its best score is no answer below 0.9999. */
  @Test
  void whatDoesNotReachTheCardsThresholdIsNotSure() throws IOException {
    Path modest = folder.resolve("modest");
    Bundle bundle = Bundle.read(model);
    ScoreOptions scores =
        bundle
            .card()
            .scores()
            .withTemperature(20)
            .withCertainty(new Certainty(0.9999, 0.75, 0.1, 0.8));
    BundleWriter.write(modest, bundle.card().withScores(scores), bundle.model());
    Outcome table = Outcome.of("classify", "--model", modest, hum, hiss);
    String path = table.outLines().get(0);
    assertTrue(path.matches(".*hum\\.wav +not sure \\(hum \\d+ %\\) +hiss \\d+ %"), table.out());
    assertEquals(table.outLines().get(0).indexOf("hiss "), table.outLines().get(1).indexOf("hum "));
    Outcome json = Outcome.of("classify", "--model", modest, "--format", "jsonl", hum);
    assertEquals("false", new ObjectMapper().readTree(json.out()).path("sure").toString());
    Outcome csv = Outcome.of("classify", "--model", modest, "--format", "csv", "--top", "1", hum);
    assertTrue(csv.outLines().get(1).endsWith(",false,,"), csv.out());
    Outcome info = Outcome.of("models", "info", "--all", modest);
    assertTrue(
        info.out()
            .replaceAll("\\s+", " ")
            .contains("below 1.000; on the tracks that this was chosen on 10 % got an"),
        info.out());
  }

  @Test
  void topLimitsTheLabels() {
    Outcome outcome = Outcome.of("classify", "--model", model, "--top", "1", hum);
    assertTrue(outcome.out().strip().matches(".*hum\\.wav +hum +\\d+ %"), outcome.out());
    Outcome all = Outcome.of("classify", "--model", model, "--top", "99", hum);
    assertEquals(0, all.code());
  }

  @Test
  void segmentsFollowTheirFile() {
    Outcome outcome = Outcome.of("classify", "--model", model, "--segments", hum, hiss);
    List<String> lines = outcome.outLines();
    assertEquals(6, lines.size(), outcome.out());
    assertTrue(lines.get(1).startsWith("  0:00.0 - 0:02.0 "), outcome.out());
    assertTrue(lines.get(3).startsWith("  0:04.0 - 0:06.5 "), outcome.out());
    assertTrue(lines.get(4).startsWith(hiss.toString()), outcome.out());
  }

  @Test
  void jsonHasTheFormOfTheContract() throws IOException {
    Outcome outcome =
        Outcome.of("classify", "--model", model, "--format", "jsonl", "--segments", hum, missing);
    assertEquals(1, outcome.code());
    assertEquals("", outcome.err());
    ObjectMapper mapper = new ObjectMapper();
    JsonNode first = mapper.readTree(outcome.outLines().get(0));
    assertEquals(
        List.of("path", "durationSeconds", "model", "labels", "sure", "segments"), names(first));
    assertEquals(hum.toString(), first.get("path").asText());
    assertEquals(6.5, first.get("durationSeconds").asDouble());
    assertEquals("noises", first.get("model").asText());
    assertLabels(first.get("labels"));
    JsonNode segments = first.get("segments");
    assertEquals(3, segments.size());
    assertEquals(List.of("startSeconds", "endSeconds", "labels"), names(segments.get(0)));
    assertEquals(0, segments.get(0).get("startSeconds").asDouble());
    assertEquals(6.5, segments.get(2).get("endSeconds").asDouble());
    assertLabels(segments.get(1).get("labels"));
    assertEquals(
        "{\"path\":%s,\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"no such file\"}}"
            .formatted(mapper.writeValueAsString(missing.toString())),
        outcome.outLines().get(1));
  }

  @Test
  void jsonHasSegmentsOnlyWhenAsked() throws IOException {
    Outcome outcome =
        Outcome.of("classify", "--model", model, "--format", "JSONL", "--top", "1", hum);
    JsonNode object = new ObjectMapper().readTree(outcome.out());
    assertEquals(List.of("path", "durationSeconds", "model", "labels", "sure"), names(object));
    assertEquals(1, object.get("labels").size());
  }

  @Test
  void csvHasARowForFileSegmentAndError() throws IOException {
    Path odd = Files.copy(hiss, folder.resolve("a \"b\", c.wav"));
    Outcome outcome =
        Outcome.of(
            "classify",
            "--model",
            model,
            "--format",
            "csv",
            "--top",
            "2",
            odd,
            missing,
            "--segments");
    assertEquals(1, outcome.code());
    assertEquals("", outcome.err());
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(outcome.out(), format)) {
      assertEquals(
          List.of(
              "path,model,start_seconds,end_seconds,label_1,score_1,label_2,score_2,sure,error_code,error_message"
                  .split(",", -1)),
          parser.getHeaderNames());
      List<CSVRecord> rows = parser.getRecords();
      assertEquals(3, rows.size(), outcome.out());
      assertEquals(odd.toString(), rows.get(0).get("path"));
      assertEquals("hiss", rows.get(0).get("label_1"));
      assertEquals("2.500", rows.get(0).get("end_seconds"));
      assertEquals("true", rows.get(0).get("sure"));
      assertEquals("", rows.get(1).get("sure"));
      assertEquals("", rows.get(2).get("sure"));
      assertEquals("", rows.get(0).get("error_code"));
      assertEquals(odd.toString(), rows.get(1).get("path"));
      assertEquals("NOT_FOUND", rows.get(2).get("error_code"));
      assertEquals("", rows.get(2).get("label_1"));
    }
  }

  @Test
  void csvHoldsNoFormulas() throws IOException {
    Path file = Path.of("=1+1.mp3");
    Object[] words = {"classify", "--model", model, "--format", "csv", "--top", "1", file};
    Outcome guarded = Outcome.of(words);
    assertEquals(1, guarded.code(), guarded.err());
    assertTrue(guarded.outLines().get(0).startsWith("path,"), guarded.out());
    assertTrue(guarded.outLines().get(1).startsWith("'=1+1.mp3,"), guarded.out());
    Outcome raw =
        Outcome.of("classify", "--model", model, "--format", "csv", "--raw-csv", "--bom", file);
    assertTrue(raw.out().startsWith("\ufeffpath,"), raw.out());
    assertTrue(raw.outLines().get(1).startsWith("=1+1.mp3,"), raw.out());
    Outcome table = Outcome.of("classify", "--model", model, "--bom", file);
    assertEquals(2, table.code());
    assertTrue(table.err().contains("--bom goes with --format csv"), table.err());
  }

  @Test
  void orderIsAsGivenAndFoldersAreSorted() throws IOException {
    Path album = folder.resolve("album");
    Files.createDirectories(album.resolve("disc 1"));
    for (String name : List.of("c.WAV", "a.wav", "disc 1/b.wav", "cover.jpg", "list.m3u")) {
      Files.copy(hum, album.resolve(name));
    }
    Outcome outcome =
        Outcome.of("classify", "--model", model, "--top", "1", "--threads", "3", hum, album, hiss);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        Stream.of(
                hum,
                album.resolve("a.wav"),
                album.resolve("c.WAV"),
                album.resolve("disc 1/b.wav"),
                hiss)
            .map(Path::toString)
            .toList(),
        outcome.outLines().stream().map(line -> line.replaceAll("  +h.*", "")).toList());
  }

  @Test
  void resultsDoNotDependOnThreads() {
    Object[] one = {"classify", "--model", model, "--threads", "1", hum, missing, hiss, hum};
    Object[] many = {"classify", "--model", model, "--threads", "4", hum, missing, hiss, hum};
    assertEquals(Outcome.of(one), Outcome.of(many));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  private static void assertLabels(JsonNode labels) {
    assertEquals(2, labels.size());
    double best = labels.get(0).get("score").asDouble();
    double next = labels.get(1).get("score").asDouble();
    assertEquals(List.of("label", "score"), names(labels.get(0)));
    assertEquals("hum", labels.get(0).get("label").asText());
    assertFalse(best < next);
    assertEquals(1, best + next, 2e-4);
  }
}
