package io.auricle.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.bundle.CardJson;
import io.auricle.bundle.JsonFault;
import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder of a search: {@code search.yaml} and {@code experiment.yaml} as they were, {@code
 * start.json} with the settings given, {@code trials.jsonl}, {@code trials.csv} and {@code
 * best.yaml}.
 */
public record TuneFolder(Path path) {
  private static final ObjectMapper JSON =
      CardJson.configure(JsonMapper.builder()).disable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * What a search began with.
   *
   * @param settings for the experiment
   * @param folds name of exactly these tracks in exactly these folds
   * @param surroundings program, Java, system, processor
   */
  record Start(Map<String, String> settings, String folds, Map<String, Object> surroundings) {}

  /** The search. */
  public Path search() {
    return path.resolve("search.yaml");
  }

  /** The experiment that is tuned. */
  public Path experiment() {
    return path.resolve("experiment.yaml");
  }

  /** All trials, a line each. */
  public Path trials() {
    return path.resolve("trials.jsonl");
  }

  /** All trials as a table, best first. */
  public Path table() {
    return path.resolve("trials.csv");
  }

  /** The experiment with the best settings. */
  public Path best() {
    return path.resolve("best.yaml");
  }

  Path work(int trial, int fold, int epochs) {
    return path.resolve("work").resolve("trial-%d-fold-%d-%d".formatted(trial, fold, epochs));
  }

  void writeStart(Start start) throws IOException {
    replace(path.resolve("start.json"), List.of(JSON.writeValueAsString(start)));
  }

  Start readStart() throws IOException {
    Path file = path.resolve("start.json");
    return read(TextFile.read(file, TextFile.MOST_BYTES_LISTED), Start.class, file);
  }

  /** Replaces {@code trials.jsonl} as a whole, so that a kill never leaves half a line. */
  void writeTrials(Collection<Trial> all) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Trial trial : all) {
      lines.add(JSON.writeValueAsString(trial));
    }
    replace(trials(), lines);
  }

  List<Trial> readTrials() throws IOException {
    List<Trial> all = new ArrayList<>();
    if (Files.exists(trials())) {
      for (String line : TextFile.lines(trials(), TextFile.MOST_BYTES_LISTED)) {
        all.add(read(line, Trial.class, trials()));
      }
    }
    return all;
  }

  private static <T> T read(String text, Class<T> type, Path file) throws IOException {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": is damaged: " + JsonFault.withKey(e), e);
    }
  }

  private static void replace(Path file, List<String> lines) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, lines);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Settings as {@code train --set} takes them. */
  static Map<String, String> texts(Map<String, Object> settings) {
    Map<String, String> texts = new LinkedHashMap<>();
    settings.forEach((key, value) -> texts.put(key, text(value)));
    return texts;
  }

  /** A value in one line, as YAML reads it. */
  static String text(Object value) {
    return value instanceof Map || value instanceof List ? json(value) : String.valueOf(value);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value that cannot be written: " + value, e);
    }
  }
}
