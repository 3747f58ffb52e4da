package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.auricle.bundle.CardJson;
import io.auricle.classic.BoostingOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.ForestOptions;
import io.auricle.classic.LogisticOptions;
import io.auricle.classic.NeighbourOptions;
import io.auricle.classic.SvmOptions;
import io.auricle.tag.TagCleanUp;
import io.auricle.text.TextFile;
import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads experiments from YAML. {@code ${name}} in a text is replaced by the setting of that name;
 * every other setting changes a value: {@code model.classic.cost=3}, {@code data.0.weight=2}.
 */
public final class ExperimentReader {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)}");
  private static final ObjectMapper YAML =
      CardJson.configure(YAMLMapper.builder())
          // What is left out is 0 or false; where that makes no sense, the records say so.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
          .addMixIn(ClassicOptions.class, ClassicOptionsMixin.class)
          .build();

  private final Map<String, String> settings;

  private ExperimentReader(Map<String, String> settings) {
    this.settings = settings;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SvmOptions.class, name = "svm"),
    @JsonSubTypes.Type(value = LogisticOptions.class, name = "logistic"),
    @JsonSubTypes.Type(value = ForestOptions.class, name = "forest"),
    @JsonSubTypes.Type(value = BoostingOptions.class, name = "xgboost"),
    @JsonSubTypes.Type(value = NeighbourOptions.class, name = "neighbours"),
  })
  private interface ClassicOptionsMixin {}

  /**
   * Reads an experiment.
   *
   * @param settings variables and changed values; {@code ${here}} is the file's folder
   * @throws ExperimentException if the file cannot be read, or says something that is not allowed
   */
  public static Experiment read(Path file, Map<String, String> settings)
      throws ExperimentException {
    Path folder = file.toAbsolutePath().getParent();
    return read(file, text -> parse(text, settings, folder, ExperimentForm.class).experiment());
  }

  /**
   * Reads a file of another form with the same variables, settings and words.
   *
   * @throws ExperimentException as above
   */
  public static <R extends Record> R read(Path file, Map<String, String> settings, Class<R> type)
      throws ExperimentException {
    return read(file, text -> parse(text, settings, file.toAbsolutePath().getParent(), type));
  }

  /**
   * Whether a file has a key at its top.
   *
   * @throws ExperimentException if it cannot be read or is no YAML
   */
  public static boolean has(Path file, String key) throws ExperimentException {
    return read(file, text -> YAML.readTree(text).has(key));
  }

  /**
   * Reads which tags are dropped and merged.
   *
   * @throws ExperimentException as {@link #read}
   */
  public static TagCleanUp readCleanUp(Path file) throws ExperimentException {
    return read(file, text -> YAML.readValue(text, TagCleanUp.class));
  }

  /** Makes something of a text. */
  private interface Parser<T> {
    T parse(String text) throws JsonProcessingException;
  }

  private static <T> T read(Path file, Parser<T> parser) throws ExperimentException {
    try {
      String text = TextFile.read(file, TextFile.MOST_BYTES_WRITTEN);
      YamlNode.requirePlain(text);
      return parser.parse(text);
    } catch (YamlException e) {
      throw new ExperimentException(String.valueOf(e.in(file).getMessage()), e);
    } catch (JsonProcessingException e) {
      throw ExperimentException.of(file, e);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw ExperimentException.unreadable(file, e);
    }
  }

  private static <R extends Record> R parse(
      String text, Map<String, String> settings, @Nullable Path folder, Class<R> type)
      throws JsonProcessingException {
    Map<String, String> known = new LinkedHashMap<>(settings);
    known.putIfAbsent("here", String.valueOf(folder));
    ExperimentReader reader = new ExperimentReader(known);
    JsonNode tree = YAML.readTree(text);
    Map<String, String> changes = new LinkedHashMap<>(settings);
    changes.remove("here");
    Matcher variables = VARIABLE.matcher(text);
    while (variables.find()) {
      changes.remove(variables.group(1));
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      change(tree, change.getKey(), YAML.readTree(change.getValue()));
    }
    JsonNode filled = reader.filled(tree);
    completeInputs(filled);
    RecordKeys.check(filled, type);
    return YAML.treeToValue(filled, type);
  }

  /** Writes all options of the features of every input. */
  private static void completeInputs(JsonNode node) {
    if (node.path("input") instanceof ObjectNode input && input.has("features")) {
      input.set("features", FeatureDefaults.completed(input.get("features"), YAML));
    }
    node.forEach(ExperimentReader::completeInputs);
  }

  /** The experiment as YAML, all variables replaced and all defaults written out. */
  public static String write(Experiment experiment) {
    return write(ExperimentForm.of(experiment));
  }

  /** A file of another form as YAML. */
  public static String write(Record experiment) {
    try {
      return YAML.writeValueAsString(experiment);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an experiment that cannot be written: " + experiment, e);
    }
  }

  private static void change(JsonNode tree, String path, JsonNode value) {
    int dot = path.lastIndexOf('.');
    String parent = dot < 0 ? "" : "/" + path.substring(0, dot).replace('.', '/');
    String key = path.substring(dot + 1);
    JsonNode node = tree.at(parent);
    if (node instanceof ObjectNode object) {
      object.set(key, value);
    } else if (node instanceof ArrayNode array
        && key.matches("\\d{1,6}")
        && Integer.parseInt(key) < array.size()) {
      array.set(Integer.parseInt(key), value);
    } else {
      Set<String> places = new TreeSet<>();
      gather(tree, "", places);
      throw new IllegalArgumentException(
          "setting %1$s is neither a variable ${%1$s} nor a place in the file; did you mean %2$s?"
              .formatted(path, Nearest.of(path, places)));
    }
  }

  /** The dotted keys of all values in a file. */
  private static void gather(JsonNode node, String path, Set<String> places) {
    if (!path.isEmpty()) {
      places.add(path);
    }
    String before = path.isEmpty() ? "" : path + ".";
    node.properties().forEach(field -> gather(field.getValue(), before + field.getKey(), places));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      gather(node.get(i), before + i, places);
    }
  }

  private JsonNode filled(JsonNode node) {
    if (node instanceof TextNode text) {
      return TextNode.valueOf(filled(text.textValue()));
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(filled(field.getValue())));
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, filled(array.get(i)));
      }
    }
    return node;
  }

  private String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String value = settings.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "variable ${%1$s} has no value; give it with --set %1$s=..."
                        .formatted(match.group(1)));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
