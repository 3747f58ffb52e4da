package io.auricle.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.shape.TensorShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCatalogueTest {
  static Iterable<String> names() {
    return NetworkCatalogue.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNetworkIsReadAndHasItsFilesName(String name) {
    NetworkSpec network = NetworkCatalogue.load(name, 10);
    assertEquals(name, network.name());
    assertFalse(network.description().isEmpty());
    switch (network.main().target()) {
      case LABELS -> assertEquals(10, network.outputs());
      case INPUT -> assertEquals(network.input().count(), network.outputs());
      case TEACHER -> assertFalse(network.heads().isEmpty());
    }
  }

  /**
   * Counted by hand from the layer sizes: convolutions (inputs * 9 + 1) * filters, 4 numbers a
   * channel for batch norm, then the dense layers.
   */
  @ParameterizedTest
  @CsvSource({"3, 15, 15", "4, 7, 7", "5, 3, 3", "6, 3, 3", "7, 3, 3"})
  void chinNetworksHaveTheParametersOfTheirLayerSizes(int blocks, int bands, int frames) {
    int[] filters = {32, 32, 32, 64, 64};
    long parameters = 0;
    int channels = 1;
    for (int block = 0; block < Math.min(blocks, 5); block++) {
      parameters += (channels * 9L + 1) * filters[block] + 4L * filters[block];
      channels = filters[block];
    }
    for (int point = 5; point < blocks; point++) {
      parameters += (channels + 1L) * 128;
      channels = 128;
    }
    parameters += ((long) channels * bands * frames + 1) * 64 + 65L * 10;
    NetworkSummary summary = NetworkSummary.of(NetworkCatalogue.load("chin-cnn-" + blocks, 10));
    assertEquals(parameters, summary.parameters());
  }

  /** The outputs that the study prints; those of the blocks are the same in all its networks. */
  @Test
  void chinNetworksHaveTheOutputsOfTheirStudy() {
    assertEquals(
        List.of("32x63x64", "32x31x31", "32x15x15", "64x7x7", "64x3x3"),
        outputs("chin-cnn-7", "max-pool"));
    assertEquals(
        List.of("32x48x85", "64x24x21", "128x12x7", "256x4x1", "512x1x1"),
        outputs("chin-mood", "max-pool"));
  }

  /**
   * The table of the model that genrewiz started from, frames x bands x channels there and channels
   * x bands x frames here. PyTorch's GRU has a second bias of three gates, 64 units and two
   * directions more than the 49,536 of the table.
   */
  @Test
  void priyasNetworkHasTheTableOfItsStudy() {
    NetworkSummary summary = NetworkSummary.of(NetworkCatalogue.load("priya-pcrnn", 8));
    List<String> rows =
        summary.rows().stream()
            .filter(row -> row.parameters() > 0)
            .map(row -> row.output() + " " + row.parameters())
            .toList();
    assertEquals(
        List.of(
            "16x128x638 64",
            "32x64x317 1568",
            "64x32x156 6208",
            "64x16x76 12352",
            "64x4x17 12352",
            "128 " + (49536 + 3 * 64 * 2),
            "8 3080"),
        rows);
    assertEquals(
        List.of("16x64x319", "32x32x158", "64x16x78", "64x4x19", "64x1x4", "1x64x160"),
        outputs("priya-pcrnn", "max-pool"));
    assertEquals(TensorShape.of(384), summary.rows().get(1).output());
  }

  @Test
  void genrewizJoins576Values() {
    NetworkSummary summary = NetworkSummary.of(NetworkCatalogue.load("genrewiz-pcrnn", 10));
    assertEquals(TensorShape.of(576), summary.rows().get(1).output());
    assertEquals(List.of("256", "320"), outputs("genrewiz-pcrnn", "flatten"));
  }

  @ParameterizedTest
  @CsvSource({"cs615-cnn, 4346", "cs615-cnn-3-layers, 1000", "groningen-cnn, 832"})
  void picturesAreFlattenedToTheSizesOfTheStudies(String name, String size) {
    assertEquals(List.of(size), outputs(name, "flatten"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void sumOfTheTableIsThatOfTheWeights(String name) {
    NetworkSpec network = NetworkCatalogue.load(name, 7);
    long sum = network.weights().stream().mapToLong(weight -> weight.shape().count()).sum();
    assertEquals(sum, NetworkSummary.of(network).parameters());
    assertEquals(network.parameterCount(), NetworkSummary.of(network).trained());
  }

  @ParameterizedTest
  @ValueSource(strings = {"genre-attention", "genre-crnn", "genre-lstm", "genre-resnet"})
  void ownNetworksAreSmall(String name) {
    assertTrue(NetworkCatalogue.load(name, 11).parameterCount() < 500_000);
  }

  @Test
  void fileIsNamedWithTheLineOfItsFault(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "name: a\ninput: [3]\nlayers: [rleu]");
    Exception e =
        assertThrows(NetworkException.class, () -> NetworkCatalogue.find(file.toString(), 2));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith(file + ":3: unknown layer rleu"), e.getMessage());
  }

  private static List<String> outputs(String network, String kind) {
    return NetworkSummary.of(NetworkCatalogue.load(network, 10)).rows().stream()
        .filter(row -> row.name().startsWith(kind))
        .map(row -> row.output().toString())
        .toList();
  }

  @Test
  void misspeltNameGetsTheNearest() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> NetworkCatalogue.load("chin-cnn4", 10));
    assertTrue(String.valueOf(e.getMessage()).contains("did you mean chin-cnn-4?"), e.getMessage());
  }
}
