package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.auricle.bundle.CardJson;
import io.auricle.classic.BoostingOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.DiscriminantOptions;
import io.auricle.classic.ForestOptions;
import io.auricle.classic.LogisticOptions;
import io.auricle.classic.MultinomialOptions;
import io.auricle.classic.NeighbourOptions;
import io.auricle.classic.SvmOptions;
import io.auricle.featureset.FeatureSetFile;
import io.auricle.tag.TagCleanUp;
import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlFile;
import io.auricle.yaml.YamlNode;
import io.auricle.yaml.YamlSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads experiments from YAML, with {@link YamlSettings}, and writes them. */
public final class ExperimentReader {
  /** The classifiers by their {@code kind}. */
  private static final Map<String, Class<? extends ClassicOptions>> CLASSIC =
      new TreeMap<>(
          Map.of(
              "svm", SvmOptions.class,
              "logistic", LogisticOptions.class,
              "multinomial", MultinomialOptions.class,
              "discriminant", DiscriminantOptions.class,
              "forest", ForestOptions.class,
              "xgboost", BoostingOptions.class,
              "neighbours", NeighbourOptions.class));

  private static final YamlBinder BINDER =
      FeatureSetFile.reads(new YamlBinder())
          .reads(ClassicOptions.class, "kind", CLASSIC)
          .reads(Experiment.class, ExperimentReader::experiment);
  private static final ObjectMapper YAML = writer();

  private ExperimentReader() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface ClassicOptionsMixin {}

  private static ObjectMapper writer() {
    YAMLMapper.Builder builder =
        CardJson.configure(YAMLMapper.builder())
            .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
            .addMixIn(ClassicOptions.class, ClassicOptionsMixin.class);
    CLASSIC.forEach((kind, type) -> builder.registerSubtypes(new NamedType(type, kind)));
    return builder.build();
  }

  /**
   * Reads an experiment.
   *
   * @param settings variables and changed values; {@code ${here}} is the file's folder
   * @throws ExperimentException if the file cannot be read, or says something that is not allowed
   */
  public static Experiment read(Path file, Map<String, String> settings)
      throws ExperimentException {
    return read(file, settings, Experiment.class);
  }

  /**
   * Reads a file of another form with the same variables, settings and words.
   *
   * @throws ExperimentException as above
   */
  public static <R extends Record> R read(Path file, Map<String, String> settings, Class<R> type)
      throws ExperimentException {
    Map<String, String> known = new LinkedHashMap<>(settings);
    known.putIfAbsent("here", String.valueOf(file.toAbsolutePath().getParent()));
    return read(file, text -> BINDER.read(YamlSettings.applied(text, known), type));
  }

  /**
   * Whether a file has a key at its top.
   *
   * @throws ExperimentException if it cannot be read or is no YAML
   */
  public static boolean has(Path file, String key) throws ExperimentException {
    return read(file, text -> YamlNode.parse(text).entries("").containsKey(key));
  }

  /**
   * Reads which tags are dropped and merged.
   *
   * @throws ExperimentException as {@link #read}
   */
  public static TagCleanUp readCleanUp(Path file) throws ExperimentException {
    return read(file, text -> BINDER.read(YamlNode.parse(text).plain(), TagCleanUp.class));
  }

  private static Experiment experiment(YamlBinder binder, YamlNode node, String name) {
    return binder.made(ExperimentForm.class, node, name, node.entries(name)).experiment();
  }

  private static <T> T read(Path file, Function<String, T> reading) throws ExperimentException {
    try {
      return YamlFile.read(file, reading);
    } catch (YamlException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
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
}
