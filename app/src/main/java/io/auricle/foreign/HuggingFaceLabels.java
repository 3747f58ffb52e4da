package io.auricle.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labels of a {@code config.json}, in the order of the scores. */
final class HuggingFaceLabels {
  private static final String LABELS = "id2label";
  private static final String IDS = "label2id";

  private HuggingFaceLabels() {}

  /**
   * Reads them.
   *
   * @throws ForeignException if there are none, or their numbers do not go from 0 on
   */
  static List<String> of(JsonFields config) throws ForeignException {
    JsonNode given = config.json().path(LABELS);
    if (!given.isObject() || given.isEmpty()) {
      throw config.fault(LABELS, "an object of numbers from 0 on with their labels");
    }
    int count = given.size();
    @Nullable String[] labels = new @Nullable String[count];
    Map<String, Integer> ids = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      int id = entry.getKey().matches("0|[1-9][0-9]{0,5}") ? Integer.parseInt(entry.getKey()) : -1;
      if (id < 0 || id >= count) {
        throw wrong(
            config,
            "%s.%s must be one of the numbers 0 to %d, of which each has a label"
                .formatted(LABELS, JsonFields.shortened(entry.getKey()), count - 1));
      }
      String label = entry.getValue().isTextual() ? entry.getValue().textValue().strip() : "";
      if (label.isEmpty() || label.chars().anyMatch(Character::isISOControl)) {
        throw wrong(
            config,
            "%s.%d=%s must be a text of one line"
                .formatted(LABELS, id, JsonFields.shortened(entry.getValue().toString())));
      }
      Integer other = ids.put(label, id);
      if (other != null) {
        throw wrong(
            config,
            "%s.%d=%s must be another label than that of %d"
                .formatted(LABELS, id, JsonFields.shortened(label), other));
      }
      labels[id] = label;
    }
    requireSame(config, ids);
    return Arrays.stream(labels).map(String::valueOf).toList();
  }

  /** The way back, where it is given, must lead to the same labels. */
  private static void requireSame(JsonFields config, Map<String, Integer> ids)
      throws ForeignException {
    if (config.whole("num_labels", ids.size(), 1, Integer.MAX_VALUE) != ids.size()) {
      throw config.fault("num_labels", ids.size() + ", as many as id2label has");
    }
    for (Map.Entry<String, JsonNode> entry : config.json().path(IDS).properties()) {
      Integer id = ids.get(entry.getKey().strip());
      // Old files have numbers as texts.
      if (id == null || !entry.getValue().asText().equals(String.valueOf(id))) {
        throw wrong(
            config,
            "%s.%s=%s must be the number that id2label has for it"
                .formatted(
                    IDS,
                    JsonFields.shortened(entry.getKey()),
                    JsonFields.shortened(entry.getValue().toString())));
      }
    }
  }

  private static ForeignException wrong(JsonFields config, String problem) {
    return new ForeignException(config.file(), problem);
  }
}
