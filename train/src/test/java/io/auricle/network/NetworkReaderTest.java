package io.auricle.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.layer.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conv3d: 4 | line 4: unknown layer conv3d; did you mean conv1d?",
        "relou | line 4: unknown layer relou; did you mean relu?",
        "conv2d: {filtres: 4} | line 4: conv2d needs filters",
        "conv2d: {filters: 4, kernal: 3} | conv2d has no option kernal; did you mean kernel?",
        "conv2d: {filters: four} | line 4: filters=four must be a whole number",
        "conv2d: {filters: 0} | line 4: conv2d: filters=0 must be above 0",
        "conv2d: {filters: 4, kernel: [3, 3, 3]} | kernel=[3, 3, 3] must have 2 sizes for conv2d",
        "conv2d: {filters: 4, padding: sane} | must be one of [valid, same]; did you mean same?",
        "conv2d: {filters: 4, filters: 5} | line 4: key filters must be given once",
        "dropout: 1.5 | line 4: dropout: rate=1.5 must be in [0, 1)",
        "relu: 3 | line 4: relu must stand without a value",
        "max-pool: 20 | layer max-pool-1 (line 4): window [20, 20] must fit into the input 1x8x9",
        "dense: 3 | layer dense-1 (line 4): input 1x8x9 must be a vector for dense 3",
        "relu | the last layer gives 1x8x9, which must be a vector",
        "branches: {paths: [[relu], [tanh]]} | line 4: paths must be named",
        "branches: {paths: {a: [relu]}} | line 4: branches: paths=1 must be two or more",
        "branches: {paths: {a: [relu], b: [flatten]}} | paths a and b end in 1x8x9 and 72",
        "residual: [{conv2d: 2}] | layers end in 2x6x7 and shortcut in 1x8x9",
        "residual: &a [{residual: *a}] | does an alias contain itself?",
        "reshape: [3, 3] | input 1x8x9 (72 values) must have as many values as 3x3 (9)",
      })
  void faultsAreNamed(String layer, String message) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                NetworkReader.read(
                    "name: faulty\ninput: [1, 8, 9]\nlayers:\n  - %s\n".formatted(layer), 3));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @Test
  void unknownTopLevelKeyIsNamed() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NetworkReader.read("name: a\ninputs: [3]\nlayers: [{dense: 2}]", 2));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("line 2: a network has no key inputs; did you mean input?"),
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"'',the file is empty", "'a: [',not YAML", "'input: [3]',needs the key name"})
  void textThatIsNoNetworkIsRefused(String text, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> NetworkReader.read(text, 2));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @Test
  void samePaddingGivesCeilOfSizeByStride() {
    NetworkSpec network =
        NetworkReader.read(
            """
            name: same
            input: [1, 7, 10]
            layers:
              - max-pool: {size: [2, 5], stride: 2, padding: same}
              - conv2d: {filters: 3, kernel: 4, padding: same}
              - flatten
            """,
            2);
    NetworkSummary summary = NetworkSummary.of(network);
    assertEquals(TensorShape.of(1, 4, 5), summary.rows().get(0).output());
    assertEquals(TensorShape.of(3, 4, 5), summary.rows().get(1).output());
  }
}
