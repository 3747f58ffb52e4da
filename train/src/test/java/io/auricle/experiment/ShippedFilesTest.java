package io.auricle.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.auricle.distill.Distillation;
import io.auricle.featureset.FeatureSetFile;
import io.auricle.tune.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every experiment, search, clean-up and feature set that comes along can be read. */
final class ShippedFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");
  private static final Map<String, String> VALUES =
      Map.of(
          "seed",
          "3",
          "epochs",
          "7",
          "features",
          "gtzan57",
          "kind",
          "svm",
          "gamma",
          "0.1",
          "trees",
          "5");

  static List<Path> experiments() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("experiments"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void isReadAndReadAgainAsWritten(Path file, @TempDir Path folder) throws Exception {
    Map<String, String> settings = new HashMap<>();
    Matcher variables = VARIABLE.matcher(Files.readString(file));
    while (variables.find()) {
      String name = variables.group(1);
      settings.put(name, VALUES.getOrDefault(name, "some"));
    }
    settings.remove("here");
    if (ExperimentReader.has(file, "space")) {
      assertFalse(Search.read(file).space().isEmpty());
    } else if (ExperimentReader.has(file, Distillation.KEY)) {
      Distillation plan = ExperimentReader.read(file, settings, Distillation.class);
      Path copy = Files.writeString(folder.resolve("copy.yaml"), ExperimentReader.write(plan));
      assertEquals(plan, ExperimentReader.read(copy, Map.of(), Distillation.class));
    } else if (ExperimentReader.has(file, "about")) {
      Experiment experiment = ExperimentReader.read(file, settings);
      Path copy =
          Files.writeString(folder.resolve("copy.yaml"), ExperimentReader.write(experiment));
      assertEquals(experiment, ExperimentReader.read(copy, Map.of()));
    } else {
      assertFalse(ExperimentReader.readCleanUp(file).drop().isEmpty());
    }
  }

  @Test
  void featureSetsOfTheExamplesAreRead() {
    for (String name : List.of("features.yaml", "mel-640.yaml")) {
      FeatureSetFile.read(ROOT.resolve("examples").resolve(name)).extractor();
    }
  }
}
