package io.auricle.experiment.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.auricle.experiment.RunFolder;
import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In what the experiments of runs differ, by the files in their folders. */
public final class RunSettings {
  /** Names and texts decide nothing. */
  private static final String ABOUT = "about";

  private RunSettings() {}

  /**
   * The settings that are not the same for all runs, by their dotted keys, with the values of the
   * runs in their order; empty texts where a run has no such setting.
   *
   * @throws IOException if an experiment cannot be read
   */
  public static Map<String, List<String>> differing(List<RunFolder> runs) throws IOException {
    List<Map<String, String>> all = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (RunFolder run : runs) {
      Map<String, String> settings = new LinkedHashMap<>();
      if (Files.exists(run.experiment())) {
        String text = TextFile.read(run.experiment(), TextFile.MOST_BYTES_WRITTEN);
        gather(new YAMLMapper().readTree(text), "", settings);
      }
      keys.addAll(settings.keySet());
      all.add(settings);
    }
    Map<String, List<String>> differing = new LinkedHashMap<>();
    for (String key : keys) {
      List<String> values = all.stream().map(own -> own.getOrDefault(key, "")).toList();
      if (values.stream().distinct().count() > 1) {
        differing.put(key, values);
      }
    }
    return differing;
  }

  private static void gather(JsonNode node, String key, Map<String, String> settings) {
    if (key.equals(ABOUT)) {
      return;
    }
    boolean values = node.isArray() && !node.isEmpty() && node.get(0).isValueNode();
    if (!node.isContainerNode() || node.isEmpty() || values) {
      settings.put(key, node.isContainerNode() ? node.toString() : node.asText());
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        gather(node.get(i), key + "." + i, settings);
      }
    } else {
      node.properties()
          .forEach(
              entry ->
                  gather(
                      entry.getValue(),
                      key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(),
                      settings));
    }
  }
}
