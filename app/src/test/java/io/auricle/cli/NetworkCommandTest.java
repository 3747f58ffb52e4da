package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.NetworkCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkCommandTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  @Test
  void listHasALineForEveryNetwork() {
    Outcome outcome = Outcome.of("network", "list");
    assertEquals(0, outcome.code(), outcome.err());
    List<String> names =
        outcome.outLines().stream().skip(1).map(line -> line.split(" ", 2)[0]).toList();
    assertEquals(NetworkCatalogue.names(), names);
    assertTrue(outcome.out().matches("(?s).*chin-cnn-4 +1x128x130 +239,370  .*"), outcome.out());
  }

  @Test
  void showPrintsShapesParametersAndSums() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tiny.yaml"),
            """
            name: tiny
            description: For a test.
            input: [1, 8, 9]
            layers:
              - conv2d: {filters: 2, kernel: 3}
              - batch-norm
              - branches: {join: sum, paths: {plain: [relu], other: [tanh]}}
              - flatten
              - dense: classes
            """);
    Outcome outcome = Outcome.of("network", "show", file, "--classes", "4");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        List.of(
            "tiny: For a test.",
            "layer         output     parameters",
            "input         1x8x9",
            "conv2d-1      2x6x7              20",
            "batch-norm-1  2x6x7               8",
            "branches-1    2x6x7",
            "  plain       2x6x7",
            "    relu-1    2x6x7",
            "  other       2x6x7",
            "    tanh-1    2x6x7",
            "flatten-1     84",
            "dense-1       4                 340",
            "total                           368",
            "trained                         364",
            "not trained                       4"),
        outcome.outLines());
  }

  @Test
  void faultOfAFileNamesLayerLineAndBothShapes() throws IOException {
    Path file = folder.resolve("faulty.yaml");
    Files.writeString(
        file, "name: a\ninput: [1, 8, 9]\nlayers:\n  - residual: [{conv2d: 2}]\n  - flatten\n");
    Outcome outcome = Outcome.of("network", "show", file);
    assertEquals(1, outcome.code());
    assertEquals(
        List.of(
            "auricle: "
                + file
                + ":4: layer residual-1: layers end in 2x6x7 and shortcut in 1x8x9, which"
                + " must be equal"),
        outcome.errLines());
  }

  @Test
  void missingFileIsNamed() {
    Outcome outcome = Outcome.of("network", "show", folder.resolve("none.yaml"));
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains("none.yaml: no such file or folder"), outcome.err());
  }
}
