package io.auricle.network.weight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.NetworkReader;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First weights have the ranges, spreads and angles that their scheme says. */
class InitialisationTest {
  private static final double PARTS = 0.02;

  @ParameterizedTest
  @CsvSource({
    // The largest value of 12,000 comes within 2 % of the bound; an even spread has bound^2 / 3.
    "pytorch, 0.1, 0.1",
    "glorot-uniform, 0.193649, 0",
    "he, 0.244949, 0",
  })
  void denseWeightsLieInTheirBounds(String scheme, double bound, double biasBound) {
    List<float[]> drawn = draw("dense: {units: 60, init: %s}".formatted(scheme), "[100]");
    assertBound(bound, drawn.get(0));
    double most = largest(drawn.get(1));
    assertEquals(biasBound, most, biasBound * 0.1);
  }

  @ParameterizedTest
  @CsvSource({
    // A kernel of 3 x 3 over 4 channels to 8 filters: fan-in 36, fan-out 72.
    "pytorch, 1, 0.1666667",
    "glorot-uniform, 1, 0.2357023",
    "he, 1, 0.4082483",
    // In 2 groups: 2 channels each, fan-in 18.
    "glorot-uniform, 2, 0.2581989",
  })
  void kernelsCountTheirPlaces(String scheme, int groups, double bound) {
    String layer = "conv2d: {filters: 8, kernel: 3, groups: %d, init: %s}";
    float[] kernel = draw(layer.formatted(groups, scheme), "[4, 9, 9]", "flatten").get(0);
    assertTrue(largest(kernel) <= bound);
    assertTrue(largest(kernel) > bound * 0.95, largest(kernel) + " of " + bound);
  }

  @ParameterizedTest
  @CsvSource({"20, 50", "50, 20", "30, 30"})
  void theShorterSideOfAnOrthogonalMatrixHasUnitVectorsAtRightAngles(int units, int inputs) {
    String layer = "dense: {units: %d, init: orthogonal}".formatted(units);
    float[] matrix = draw(layer, "[%d]".formatted(inputs)).get(0);
    assertOrthogonal(matrix, units, inputs);
  }

  @Test
  void recurrentLayersBeginAsInKeras() {
    List<float[]> drawn = draw("lstm: {units: 5, init: glorot-uniform}", "[1, 7, 30]");
    assertBound(Math.sqrt(6.0 / (7 + 20)), drawn.get(0), 0.1);
    assertOrthogonal(drawn.get(1), 20, 5);
    float[] forget = new float[20];
    Arrays.fill(forget, 5, 10, 1);
    assertArrayEquals(forget, drawn.get(2));
    assertArrayEquals(new float[20], drawn.get(3));
    assertArrayEquals(
        new float[15], draw("gru: {units: 5, init: he}", "[1, 7, 30]").get(2), "no gate is open");
  }

  @Test
  void aLayerMayDifferFromItsNetwork() {
    String text =
        """
        name: a
        input: [100]
        init: glorot-uniform
        layers:
          - dense: 60
          - residual: [{dense: 60}]
          - dense: {units: 60, init: pytorch}
        heads:
          b: {output: linear, target: labels, weight: 1, layers: [{dense: 60}]}
        """;
    List<Initialiser> matrices =
        NetworkReader.read(text, 60).weights().stream()
            .filter(weight -> weight.name().endsWith("weight"))
            .map(Weight::initialiser)
            .toList();
    Initialiser glorot = Initialisation.GLOROT_UNIFORM.matrix(60, 60);
    assertEquals(
        List.of(
            Initialisation.GLOROT_UNIFORM.matrix(100, 60),
            glorot,
            Initialisation.PYTORCH.matrix(60, 60),
            glorot),
        matrices);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    String layer = "dense: {units: 6, init: orthogonal}";
    assertArrayEquals(draw(layer, "[9]").get(0), draw(layer, "[9]").get(0));
  }

  private static List<float[]> draw(String layer, String input, String... more) {
    StringBuilder text = new StringBuilder("name: a\ninput: " + input + "\nlayers:\n");
    text.append("  - ").append(layer).append('\n');
    for (String word : more) {
      text.append("  - ").append(word).append('\n');
    }
    SplittableRandom random = new SplittableRandom(440);
    return NetworkReader.read(text.toString(), 2).weights().stream()
        .map(weight -> weight.initialiser().values(weight.shape(), random))
        .toList();
  }

  private static void assertBound(double bound, float[] values) {
    assertBound(bound, values, PARTS);
  }

  private static void assertBound(double bound, float[] values, double share) {
    double most = largest(values);
    assertTrue(most <= bound * (1 + 1e-6) && most > bound * (1 - share), most + " of " + bound);
    double variance =
        IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).sum();
    assertEquals(bound * bound / 3, variance / values.length, bound * bound * share * 2);
  }

  private static double largest(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> Math.abs(values[i])).max().orElse(0);
  }

  private static void assertOrthogonal(float[] matrix, int rows, int columns) {
    int count = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < length; i++) {
          dot += at(matrix, rows, columns, a, i) * at(matrix, rows, columns, b, i);
        }
        assertEquals(a == b ? 1 : 0, dot, 1e-6, a + " and " + b);
      }
    }
  }

  /** Value i of the vector of that number: a row, or a column where those are fewer. */
  private static double at(float[] matrix, int rows, int columns, int vector, int i) {
    return rows <= columns ? matrix[vector * columns + i] : matrix[i * columns + vector];
  }
}
