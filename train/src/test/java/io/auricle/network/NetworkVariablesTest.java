package io.auricle.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.layer.Dropout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NetworkVariablesTest {
  @Test
  void givenValueReplacesTheDefault() throws IOException {
    assertEquals(List.of(0.4, 0.4, 0.4, 0.4, 0.4), rates(Map.of()));
    assertEquals(List.of(0.25, 0.25, 0.25, 0.25, 0.25), rates(Map.of("dropout", "0.25")));
  }

  @Test
  void unknownVariableComesWithTheNearest() {
    assertEquals(
        "the network has no variable dropuot; did you mean dropout? It has [dropout, inputs]",
        message(Map.of("dropuot", "0.2")));
  }

  @Test
  void valueThatDoesNotFitNamesItsLine() {
    assertTrue(
        message(Map.of("dropout", "1.5")).startsWith("line 10: "),
        message(Map.of("dropout", "1.5")));
  }

  @Test
  void variableWithoutValueIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NetworkVariables.filled("dense: ${units}", Map.of()));
    assertEquals(
        "variable ${units} of the network has no value; write ${units:DEFAULT}, or give it",
        e.getMessage());
  }

  private static String message(Map<String, String> variables) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NetworkCatalogue.find("groningen-ffnn", 10, variables));
    return String.valueOf(e.getMessage());
  }

  private static List<Double> rates(Map<String, String> variables) throws IOException {
    return NetworkCatalogue.find("groningen-ffnn", 10, variables).layers().steps().stream()
        .map(step -> step.layer())
        .filter(Dropout.class::isInstance)
        .map(layer -> ((Dropout) layer).rate())
        .toList();
  }
}
