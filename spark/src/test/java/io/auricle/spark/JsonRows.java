package io.auricle.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows of JSON lines; numbers are read to the last bit. */
final class JsonRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonRows() {}

  /** All rows of a file, or of the parts of a folder of results. */
  static List<JsonNode> of(Path place) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    List<Path> parts = new ArrayList<>(List.of(place));
    if (Files.isDirectory(place)) {
      parts.clear();
      try (Stream<Path> files = Files.list(place)) {
        files
            .filter(file -> String.valueOf(file.getFileName()).startsWith("part-"))
            .sorted()
            .forEach(parts::add);
      }
    }
    for (Path part : parts) {
      for (String line : Files.readAllLines(part)) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }

  /** Rows by the last name of their path; each is to be there once. */
  static Map<String, JsonNode> byName(List<JsonNode> rows) {
    Map<String, JsonNode> named = new TreeMap<>();
    for (JsonNode row : rows) {
      String path = row.get("path").asText();
      if (named.put(path.substring(path.lastIndexOf('/') + 1), row) != null) {
        throw new AssertionError(path + " is there twice");
      }
    }
    return named;
  }

  /** The row of a name, which is to be there. */
  static JsonNode row(Map<String, JsonNode> rows, String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }
}
