package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.distill.Distillation;
import io.auricle.distill.run.Distillations;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The experiments that come with the project. */
final class ExperimentFilesTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)");

  /** What the variables of the files may stand for; any other is a path. */
  private static final Map<String, String> VALUES =
      Map.of(
          "network", "genre-cnn",
          "kind", "svm",
          "features", "melstats",
          "seed", "1",
          "gamma", "0.1");

  /** All but the searches, which are files of another form. */
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../experiments"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().matches(".*/(search|tags)/.*"))
          .filter(file -> !hasTeachers(file))
          .sorted()
          .toList();
    }
  }

  /** Experiments with teachers, which are of another form, too. */
  static List<Path> lessons() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../experiments"))) {
      return files.filter(ExperimentFilesTest::hasTeachers).sorted().toList();
    }
  }

  private static boolean hasTeachers(Path file) {
    try {
      return file.toString().endsWith(".yaml") && Distillations.isOne(file);
    } catch (ExperimentException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadable(Path file) {
    assertDoesNotThrow(() -> ExperimentReader.read(file, settings(file, "nowhere")));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void withTeachersIsReadable(Path file) {
    assertDoesNotThrow(
        () -> ExperimentReader.read(file, settings(file, "nowhere"), Distillation.class));
  }

  @ParameterizedTest
  @MethodSource("files")
  void findsItsTracksWhereTheDataAre(Path file, @TempDir Path workspace) throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "-Dauricle.data=DIR names the folder with the data sets");
    assumeTrue(!file.toString().contains("jamendo"), "no audio of MTG-Jamendo is there");
    ExperimentPlan plan;
    try {
      plan = Experiments.plan(file, settings(file, data), workspace);
    } catch (IOException | ExperimentException e) {
      assumeFalse(String.valueOf(e.getMessage()).contains("runs/"), "it begins with another run");
      throw e;
    }
    for (ExperimentPlan.PlannedSource source : plan.sources()) {
      assertFalse(source.tracks().isEmpty(), source.toString());
    }
    if (!plan.sources().isEmpty()) {
      assertTrue(
          plan.sources().stream().anyMatch(source -> source.tracks().containsKey(Part.TRAIN)));
    }
  }

  private static Map<String, String> settings(Path file, String data) throws IOException {
    Map<String, String> settings = new HashMap<>();
    Matcher variables = VARIABLE.matcher(Files.readString(file));
    while (variables.find()) {
      String name = variables.group(1);
      if (!name.equals("here")) {
        settings.put(name, name.equals("data") ? data : VALUES.getOrDefault(name, "runs/" + name));
      }
    }
    return settings;
  }
}
