package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.bundle.CardJson;
import io.auricle.bundle.JsonFault;
import io.auricle.bundle.Training.Metric;
import io.auricle.folder.FolderTree;
import io.auricle.neural.EpochMetrics;
import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of a run: {@code experiment.yaml} as resolved, {@code run.json}, {@code
 * metrics.jsonl}, {@code scores.csv}, {@code checkpoint/} and {@code model/}.
 */
public record RunFolder(Path path) {
  /** The key of {@code run.json} for figures of the training part, where it was scored. */
  public static final String TRAINING_METRICS = "trainingMetrics";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final ObjectMapper JSON = CardJson.configure(JsonMapper.builder()).build();
  private static final ObjectWriter LINE =
      JSON.writer().without(SerializationFeature.INDENT_OUTPUT);

  /** Makes {@code NAME-TIME} in a folder of runs. */
  public static RunFolder create(Path runs, String name, LocalDateTime now) throws IOException {
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

  /**
   * Removes the folder if a run came no further than its experiment: there is nothing to go on from
   * and nothing to look at.
   *
   * @return whether it was removed
   */
  public boolean removeIfRefused() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      if (files.anyMatch(file -> Files.isRegularFile(file) && !file.equals(experiment()))) {
        return false;
      }
    }
    FolderTree.remove(path);
    return true;
  }

  /**
   * Figures of the training part; none where it was not scored.
   *
   * @throws IOException if {@code run.json} cannot be read
   */
  public List<Metric> trainingMetrics() throws IOException {
    Path file = path.resolve("run.json");
    JsonNode run = JSON.readTree(TextFile.read(file, TextFile.MOST_BYTES_LISTED));
    List<Metric> metrics = new ArrayList<>();
    for (JsonNode metric : run.path(TRAINING_METRICS)) {
      metrics.add(JSON.treeToValue(metric, Metric.class));
    }
    return metrics;
  }

  /** Replaces {@code run.json}. */
  public void writeRun(Map<String, ?> facts) throws IOException {
    Files.writeString(path.resolve("run.json"), json(facts) + "\n");
  }

  /**
   * Adds a line for an epoch to {@code metrics.jsonl}, in place of the epoch's earlier one if it
   * was run before.
   */
  public void writeMetrics(String phase, EpochMetrics metrics) throws IOException {
    Path file = path.resolve("metrics.jsonl");
    List<String> lines = new ArrayList<>();
    if (Files.exists(file)) {
      String same = "{\"phase\":\"%s\",\"epoch\":%d,".formatted(phase, metrics.epoch());
      TextFile.lines(file, TextFile.MOST_BYTES_LISTED).stream()
          // A kill may have left half a line.
          .filter(line -> !line.startsWith(same) && line.endsWith("}"))
          .forEach(lines::add);
    }
    lines.add(LINE.writeValueAsString(new Epoch(phase, metrics)));
    Path part = path.resolve("metrics.jsonl.part");
    Files.write(part, lines);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether epochs were recorded. */
  public boolean hasEpochs() {
    return Files.exists(path.resolve("metrics.jsonl"));
  }

  /**
   * The epochs recorded so far.
   *
   * @throws IOException if {@code metrics.jsonl} cannot be read
   */
  public List<Epoch> epochs() throws IOException {
    List<Epoch> epochs = new ArrayList<>();
    Path file = path.resolve("metrics.jsonl");
    for (String line : TextFile.lines(file, TextFile.MOST_BYTES_LISTED)) {
      try {
        if (JSON.readTree(line) instanceof ObjectNode fields && fields.has("phase")) {
          String phase = fields.remove("phase").asText();
          epochs.add(new Epoch(phase, JSON.treeToValue(fields, EpochMetrics.class)));
        } else {
          throw new IOException(file + ": a line is no epoch: " + line);
        }
      } catch (JsonProcessingException e) {
        throw new IOException(file + ": is damaged: " + JsonFault.withKey(e), e);
      }
    }
    return epochs;
  }

  /**
   * A line of {@code metrics.jsonl}.
   *
   * @param phase {@code choice}, or {@code final} where all is learned from after the choice
   */
  @JsonPropertyOrder({"phase", "epoch"})
  public record Epoch(String phase, @JsonUnwrapped EpochMetrics metrics) {}

  private static String json(Map<String, ?> facts) {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts that cannot be written: " + facts, e);
    }
  }
}
