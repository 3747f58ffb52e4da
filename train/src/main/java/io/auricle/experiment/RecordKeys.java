package io.auricle.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.yaml.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for keys that a record does not have. The reader of YAML would do so only after the record
 * is made, which complains of what a misspelt key leaves out.
 */
public final class RecordKeys {
  private RecordKeys() {}

  /**
   * Checks a tree and what lies in it where records lie in the record.
   *
   * @throws IllegalArgumentException with the first unknown key and the nearest that there is
   */
  public static void check(JsonNode tree, Class<? extends Record> type) {
    check(tree, type, "");
  }

  private static void check(JsonNode tree, Class<?> type, String path) {
    if (!type.isRecord() || !tree.isObject()) {
      return;
    }
    RecordComponent[] components = type.getRecordComponents();
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).sorted().toList();
    tree.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new IllegalArgumentException(unknown(path, key, known));
              }
            });
    for (RecordComponent component : components) {
      String name = component.getName();
      check(tree.path(name), component.getType(), path + name + ".");
    }
  }

  /** What is said of a key that there is not. */
  static String unknown(String path, String key, List<String> known) {
    return "there is no key %s%s; did you mean %s? There are %s"
        .formatted(path, key, Nearest.of(key, known), known);
  }
}
