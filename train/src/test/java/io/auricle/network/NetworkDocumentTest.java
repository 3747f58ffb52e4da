package io.auricle.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.weight.Initialisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/networks.md says of the networks and layers is so. */
class NetworkDocumentTest {
  private static String document = "";

  @BeforeAll
  static void read() throws IOException {
    document = Files.readString(Path.of("../docs/networks.md"));
  }

  static Iterable<String> names() {
    return NetworkCatalogue.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNetworkHasItsRow(String name) {
    NetworkSpec network = NetworkCatalogue.load(name, 10);
    String parameters = String.format(Locale.ROOT, "%,d", NetworkSummary.of(network).parameters());
    String end = " | %s | %s |".formatted(network.input(), parameters);
    assertTrue(
        document
            .lines()
            .anyMatch(line -> line.startsWith("| [" + name + "](") && line.contains(end)),
        name + end);
  }

  @Test
  void everyLayerIsNamed() {
    new LayerReader(2, Initialisation.PYTORCH)
        .words()
        .forEach(word -> assertTrue(document.contains("`" + word + "`"), word));
  }

  @Test
  void itsExamplesAreNetworks() {
    String[] parts = document.split("```yaml\n", -1);
    assertTrue(parts.length > 2);
    for (int i = 1; i < parts.length; i++) {
      NetworkReader.read(parts[i].substring(0, parts[i].indexOf("```")), 5);
    }
  }
}
