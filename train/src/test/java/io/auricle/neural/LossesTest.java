package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.batch.Aim;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.TorchEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final float[] LOGITS = {2, -1, 0.5f, -3, 4, 0.1f};
  private static final float[] TARGETS = {1, 0, 0, 0, 0, 1};

  @Test
  void lossesAreThoseOfPyTorch() throws IOException {
    JsonNode golden = TrainingGolden.read();
    float[] logits = flat(golden.get("logits"));
    float[] targets = flat(golden.get("targets"));
    for (JsonNode expected : golden.get("losses")) {
      List<Double> weights = new ArrayList<>();
      expected.get("classWeights").forEach(weight -> weights.add(weight.asDouble()));
      float loss = loss(network(expected.get("output").asText()), weights, 0, logits, targets);
      assertEquals(expected.get("loss").asDouble(), loss, 5e-6, expected.toString());
    }
  }

  @Test
  void focusLowersTheLossMostWhereItIsRight() {
    for (String output : List.of("softmax", "sigmoid")) {
      NetworkSpec network = network(output);
      float[] right = {5, -5, -5, -5, -5, 5};
      float[] wrong = {-9, 9, 9, 9, 9, -9};
      assertTrue(
          loss(network, List.of(), 2, right, TARGETS)
              < 1e-3 * loss(network, List.of(), 0, right, TARGETS));
      float plain = loss(network, List.of(), 0, wrong, TARGETS);
      assertEquals(plain, loss(network, List.of(), 2, wrong, TARGETS), 1e-3 * plain);
    }
  }

  /** -(w t log p + (1 - t) log(1 - p)), the mean over all values; targets may be shares. */
  @Test
  void positiveWeightsCountWhatIsThere() {
    float[] shares = {1, 0, 0.25f, 0, 0.5f, 1};
    List<Double> weights = List.of(3.0, 1.0, 0.5);
    double expected = 0;
    for (int i = 0; i < LOGITS.length; i++) {
      double p = 1 / (1 + Math.exp(-LOGITS[i]));
      double there = weights.get(i % 3) * shares[i] * Math.log(p);
      expected -= (there + (1 - shares[i]) * Math.log(1 - p)) / LOGITS.length;
    }
    TrainingOptions options = options(List.of(), 0).withPositiveWeights(weights);
    assertEquals(expected, loss(network("sigmoid"), options, LOGITS, shares), 1e-6);
    float[] huge = {1000, -1000, 1000, -1000, 1000, -1000};
    assertTrue(Float.isFinite(loss(network("sigmoid"), options, huge, shares)));
    TrainingOptions ones = options(List.of(), 0).withPositiveWeights(List.of(1.0, 1.0, 1.0));
    assertEquals(
        loss(network("sigmoid"), List.of(), 0, LOGITS, shares),
        loss(network("sigmoid"), ones, LOGITS, shares),
        1e-6);
  }

  /** Keras: p = sigmoid(x), q = p / sum(p), the mean over the rows of -sum(t log q). */
  @Test
  void categoricalLossOfTagsIsThatOfOutputsDividedByTheirSum() {
    float[] several = {1, 0, 1, 0, 1, 0};
    double expected = 0;
    for (int row = 0; row < 2; row++) {
      double[] p = new double[3];
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        p[i] = 1 / (1 + Math.exp(-LOGITS[3 * row + i]));
        sum += p[i];
      }
      for (int i = 0; i < 3; i++) {
        expected -= several[3 * row + i] * Math.log(p[i] / sum) / 2;
      }
    }
    assertEquals(expected, loss(network("sigmoid"), categorical(), LOGITS, several), 1e-6);
    float[] huge = {1000, -1000, 1000, -1000, 1000, -1000};
    assertTrue(Float.isFinite(loss(network("sigmoid"), categorical(), huge, several)));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NetworkTrainer(network("softmax"), categorical()));
    assertTrue(String.valueOf(e.getMessage()).startsWith("tagLoss=categorical"), e.getMessage());
  }

  private static TrainingOptions categorical() {
    TrainingOptions plain = options(List.of(), 0);
    return new TrainingOptions(
        plain.optimiser(),
        Map.of(),
        plain.schedule(),
        plain.length(),
        2,
        0,
        List.of(),
        List.of(),
        0,
        TrainingOptions.TagLoss.CATEGORICAL,
        0,
        plain.augmentation(),
        1);
  }

  @Test
  void positiveWeightsOfLabelsAreRefused() {
    TrainingOptions options = options(List.of(), 0).withPositiveWeights(List.of(1.0, 2.0, 3.0));
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> new NetworkTrainer(network("softmax"), options));
    assertTrue(String.valueOf(e.getMessage()).contains("is softmax, not sigmoid"), e.getMessage());
  }

  @Test
  void lossOfHeadsIsTheirWeightedSum() {
    NetworkSpec heads =
        NetworkReader.read(
            """
            name: heads
            input: [3]
            layers: [{dense: 4}]
            heads:
              back: {output: linear, target: input, weight: 0.9, layers: [{dense: 3}]}
              classes: {output: softmax, target: labels, weight: 0.1, layers: [{dense: classes}]}
            """,
            3);
    float squared = loss(network("linear"), List.of(), 0, LOGITS, TARGETS);
    float entropy = loss(network("softmax"), List.of(), 0, LOGITS, TARGETS);
    // The network's input takes the place of the targets, so that both heads compare with them.
    float both = loss(heads, List.of(), 0, LOGITS, TARGETS);
    assertEquals(0.9 * squared + 0.1 * entropy, both, 1e-6);
  }

  @Test
  void classWeightsOfOtherClassesAreRefused() {
    TrainingOptions options = options(List.of(1.0, 2.0), 0);
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> new NetworkTrainer(network("softmax"), options));
    assertTrue(String.valueOf(e.getMessage()).contains("must be 3"), e.getMessage());
  }

  private static float loss(
      NetworkSpec network, List<Double> weights, double focus, float[] logits, float[] targets) {
    return loss(network, options(weights, focus), logits, targets);
  }

  private static float loss(
      NetworkSpec network, TrainingOptions options, float[] logits, float[] targets) {
    try (NDManager manager = TorchEngine.start().newBaseManager()) {
      Shape shape = new Shape(2, 3);
      NDArray end = manager.create(logits, shape);
      NDArray target = manager.create(targets, shape);
      List<NDArray> ends = network.heads().stream().map(head -> end).toList();
      return new Losses(network, options)
          .of(ends, ends.stream().map(one -> Aim.of(target)).toList())
          .getFloat();
    }
  }

  private static TrainingOptions options(List<Double> weights, double focus) {
    return new TrainingOptions(
        OptimiserOptions.adam(0.1),
        Map.of(),
        Schedule.constant(),
        new TrainingLength(1, 1, 0),
        2,
        0,
        weights,
        List.of(),
        focus,
        TrainingOptions.TagLoss.BINARY,
        0,
        AugmentationOptions.none(),
        1);
  }

  private static NetworkSpec network(String output) {
    return NetworkReader.read(
        "{name: n, input: [3], output: %s, layers: [{dense: classes}]}".formatted(output), 3);
  }

  private static float[] flat(JsonNode rows) {
    float[] values = new float[6];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows.get(i / 3).get(i % 3).asDouble();
    }
    return values;
  }
}
