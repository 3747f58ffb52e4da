package io.auricle.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model must say of a clip.
 *
 * @param clip name of the file
 * @param model name of the model
 * @param label its best label
 * @param score of that label
 * @param version of the network that gives the embedding
 * @param embedding what the network makes of the clip
 */
record Expected(
    String clip, String model, String label, double score, String version, List<Double> embedding) {
  Expected {
    embedding = List.copyOf(embedding);
  }

  /**
   * Reads lines as {@code auricle classify --format jsonl --embedding} writes them.
   *
   * @throws IOException if one is not of that form
   */
  static List<Expected> read(InputStream in) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Expected> all = new ArrayList<>();
    for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
      JsonNode file = mapper.readTree(line);
      JsonNode best = file.at("/labels/0");
      JsonNode point = file.path("embedding");
      if (best.isMissingNode() || point.isMissingNode()) {
        throw new IOException("selftest.jsonl has a line without labels or an embedding");
      }
      List<Double> values = new ArrayList<>();
      point.path("values").forEach(value -> values.add(value.asDouble()));
      String path = file.path("path").asText();
      all.add(
          new Expected(
              path.substring(path.lastIndexOf('/') + 1),
              file.path("model").asText(),
              best.path("label").asText(),
              best.path("score").asDouble(),
              point.path("version").asText(),
              values));
    }
    return all;
  }
}
