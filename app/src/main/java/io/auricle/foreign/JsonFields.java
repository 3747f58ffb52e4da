package io.auricle.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON file of somebody else's, which are what they should be or refused. */
record JsonFields(Path file, JsonNode json) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, is too large or no object of JSON
   */
  static JsonFields read(Path file) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(TextFile.read(file, TextFile.MOST_BYTES_WRITTEN));
      if (!json.isObject()) {
        throw new ForeignException(file, "is no JSON object");
      }
      return new JsonFields(file, json);
    } catch (JsonProcessingException e) {
      throw new ForeignException(file, "is no JSON: " + e.getOriginalMessage());
    }
  }

  boolean has(String key) {
    return json.hasNonNull(key);
  }

  /** A text, if there is one. */
  Optional<String> text(String key) throws ForeignException {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!json.get(key).isTextual()) {
      throw fault(key, "a text");
    }
    return Optional.of(json.get(key).textValue());
  }

  /** A list of texts, empty if there is none. */
  List<String> texts(String key) throws ForeignException {
    List<String> texts = new ArrayList<>();
    if (has(key)) {
      if (!json.get(key).isArray()) {
        throw fault(key, "a list of texts");
      }
      for (JsonNode text : json.get(key)) {
        if (!text.isTextual()) {
          throw fault(key, "a list of texts");
        }
        texts.add(text.textValue());
      }
    }
    return texts;
  }

  /** A whole number within bounds, the usual one if there is none. */
  int whole(String key, int usual, int least, int most) throws ForeignException {
    if (!has(key)) {
      return usual;
    }
    JsonNode value = json.get(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw fault(key, "a whole number in [%d, %d]".formatted(least, most));
    }
    return value.intValue();
  }

  /** A number within bounds, the usual one if there is none. */
  double number(String key, double usual, double least, double most) throws ForeignException {
    if (!has(key)) {
      return usual;
    }
    double value = json.get(key).doubleValue();
    if (!json.get(key).isNumber() || !(value >= least && value <= most)) {
      throw fault(key, "a number in [%s, %s]".formatted(least, most));
    }
    return value;
  }

  /** True or false, the usual one if there is neither. */
  boolean flag(String key, boolean usual) throws ForeignException {
    if (has(key) && !json.get(key).isBoolean()) {
      throw fault(key, "true or false");
    }
    return has(key) ? json.get(key).booleanValue() : usual;
  }

  /** What is wrong with a field that is there, or is missing. */
  ForeignException fault(String key, String allowed) {
    return new ForeignException(
        file,
        has(key)
            ? "%s=%s must be %s".formatted(key, shortened(json.get(key).toString()), allowed)
            : "%s is missing; it must be %s".formatted(key, allowed));
  }

  /** What a stranger wrote, as it may stand in a message. */
  static String shortened(String value) {
    String start = value.length() <= 80 ? value : value.substring(0, 77) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
