package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code auricle classify} says by a model of tags, as docs/cli.md promises it. */
final class ClassifyTagsTest {
  private static Path model;
  private static Path hum;
  private static Path missing;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.trainTags(temporary);
    hum = Files.write(temporary.resolve("new.wav"), Wav.noise("hum", 71, 6.5));
    missing = temporary.resolve("missing.wav");
  }

  @Test
  void tableMarksTagsThatAreGiven() {
    Outcome outcome = Outcome.of("classify", "--model", model, hum);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome
            .out()
            .strip()
            .matches(".*new\\.wav +(hum|smooth) +\\d+ %\\*  (hum|smooth) \\d+ %\\*, .*"),
        outcome.out());
    assertEquals(2, outcome.out().chars().filter(c -> c == '*').count(), outcome.out());
  }

  @Test
  void jsonSaysOfEachTagWhetherItIsGiven() throws IOException {
    Outcome outcome =
        Outcome.of("classify", "--model", model, "--format", "jsonl", "--top", "1", hum);
    JsonNode json = new ObjectMapper().readTree(outcome.out());
    Set<String> given = new TreeSet<>();
    for (JsonNode label : json.path("labels")) {
      assertTrue(label.path("given").asBoolean(), json.toString());
      given.add(label.path("label").asText());
    }
    // Both, though only the best one was asked for.
    assertEquals(Set.of("hum", "smooth"), given);
    Outcome all = Outcome.of("classify", "--model", model, "--format", "jsonl", hum);
    JsonNode labels = new ObjectMapper().readTree(all.out()).path("labels");
    assertEquals(4, labels.size());
    assertEquals("false", labels.get(3).path("given").toString());
    assertTrue(labels.get(0).path("score").asDouble() + labels.get(1).path("score").asDouble() > 1);
  }

  @Test
  void csvHasAColumnOfTags() throws IOException {
    Outcome outcome =
        Outcome.of("classify", "--model", model, "--format", "csv", "--top", "1", hum, missing);
    try (CSVParser csv =
        CSVParser.parse(
            outcome.out(),
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      assertEquals(
          List.of(
              "path",
              "model",
              "start_seconds",
              "end_seconds",
              "label_1",
              "score_1",
              "tags",
              "error_code",
              "error_message"),
          csv.getHeaderNames());
      List<CSVRecord> records = csv.getRecords();
      assertTrue(records.get(0).get("tags").matches("hum; smooth|smooth; hum"), outcome.out());
      assertEquals("NOT_FOUND", records.get(1).get("error_code"));
    }
  }

  @Test
  void cardShowsTagsWithTheirThresholds() {
    Outcome outcome = Outcome.of("models", "info", model);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome.out().contains("hiss 0.50, hum 0.50, rough 0.50, smooth 0.50"), outcome.out());
  }
}
