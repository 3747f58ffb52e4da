package io.auricle.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkCatalogueTest {
  static Iterable<String> names() {
    return NetworkCatalogue.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNetworkIsReadAndHasItsFilesName(String name) {
    NetworkSpec network = NetworkCatalogue.load(name, 10);
    assertEquals(name, network.name());
    assertEquals(10, network.outputs());
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

  @Test
  void chinCnn4HasTheOutputsOfItsStudy() {
    String table = NetworkSummary.of(NetworkCatalogue.load("chin-cnn-4", 10)).table();
    for (String shape : new String[] {"32x63x64", "32x31x31", "32x15x15", "64x7x7"}) {
      assertTrue(table.contains(shape), table);
    }
  }

  @Test
  void misspeltNameGetsTheNearest() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> NetworkCatalogue.load("chin-cnn4", 10));
    assertTrue(String.valueOf(e.getMessage()).contains("did you mean chin-cnn-4?"), e.getMessage());
  }
}
