package io.auricle.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.feature.set.FeatureSets;
import io.auricle.featureset.FeatureSetFile;
import io.auricle.featureset.ReferenceHop;
import java.util.LinkedHashMap;
import java.util.Map;

/** Completes the features of an experiment: a name, a file, or a set with some of its options. */
final class FeatureDefaults {
  private FeatureDefaults() {}

  /**
   * All options of a set.
   *
   * @param features the name or file of a set, or {@code set} and the options that differ from the
   *     catalogue's; what is neither stays as it is
   * @throws io.auricle.featureset.FeatureSetException if there is no such set or file
   */
  static JsonNode completed(JsonNode features, ObjectMapper mapper) {
    if (features.isTextual()) {
      return mapper.valueToTree(FeatureSetFile.named(features.textValue()));
    }
    String set = features.path("set").asText();
    if (!FeatureSets.names().contains(set)) {
      return features;
    }
    return merged(mapper.valueToTree(FeatureSets.named(set)), features);
  }

  private static JsonNode merged(JsonNode usual, JsonNode given) {
    if (!(usual instanceof ObjectNode options) || !given.isObject()) {
      return given;
    }
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    given.properties().forEach(option -> changes.put(option.getKey(), option.getValue()));
    // A name of the catalogue may stand for options of a set that is called otherwise.
    changes.keySet().removeIf(key -> key.equals("set") && usual.has(key));
    ReferenceHop.follow(changes, options::path);
    changes.forEach(
        (name, now) -> {
          JsonNode before = options.get(name);
          options.set(name, before == null ? now : merged(before, now));
        });
    return options;
  }
}
