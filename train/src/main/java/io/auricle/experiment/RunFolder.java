package io.auricle.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.bundle.CardJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The folder of a run: {@code experiment.yaml} as resolved, {@code run.json}, {@code
 * metrics.jsonl}, {@code scores.csv}, {@code checkpoint/} and {@code model/}.
 */
public record RunFolder(Path path) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final ObjectMapper JSON = CardJson.configure(JsonMapper.builder()).build();

  /** Makes {@code NAME-TIME} in a folder of runs. */
  static RunFolder create(Path runs, String name, LocalDateTime now) throws IOException {
    Files.createDirectories(runs);
    String stem = name + "-" + TIME.format(now);
    Path path = runs.resolve(stem);
    for (int i = 2; Files.exists(path); i++) {
      path = runs.resolve(stem + "-" + i);
    }
    return new RunFolder(Files.createDirectory(path));
  }

  /** The model's bundle. */
  public Path model() {
    return path.resolve("model");
  }

  /** The resolved experiment. */
  public Path experiment() {
    return path.resolve("experiment.yaml");
  }

  /** The scores of the validation and test tracks. */
  public Path scores() {
    return path.resolve("scores.csv");
  }

  /** What a killed training continues from. */
  public Path checkpoint() {
    return path.resolve("checkpoint");
  }

  /** Replaces {@code run.json}. */
  void writeRun(Map<String, ?> facts) throws IOException {
    Files.writeString(path.resolve("run.json"), json(facts) + "\n");
  }

  /** Adds a line to {@code metrics.jsonl}. */
  void addMetrics(Map<String, ?> line) throws IOException {
    Files.writeString(
        path.resolve("metrics.jsonl"),
        json(line).replaceAll("\\R\\s*", "") + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String json(Map<String, ?> facts) {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts that cannot be written: " + facts, e);
    }
  }
}
