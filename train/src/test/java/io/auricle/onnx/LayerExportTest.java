package io.auricle.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Tensor;
import io.auricle.network.TrainedNetwork;
import io.auricle.network.weight.Weight;
import io.auricle.neural.NetworkPredictor;
import io.auricle.predict.onnx.OnnxOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of layer in PyTorch and in ONNX Runtime, with random weights and inputs. */
class LayerExportTest {
  private static final int BATCH = 3;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normalise",
        "normalise: all",
        "normalise: value",
        "conv2d: {filters: 4, kernel: [3, 2], stride: [2, 1], bias: false}",
        "conv2d: {filters: 4, kernel: [4, 3], padding: same}",
        "conv2d: {filters: 4, kernel: 5, stride: 2, padding: same, groups: 2}",
        "batch-norm: {epsilon: 0.001, momentum: 0.99}",
        "relu",
        "leaky-relu: 0.2",
        "elu",
        "gelu",
        "tanh",
        "sigmoid",
        "hard-sigmoid",
        "hard-swish",
        "conv2d: {filters: 4, kernel: 3, stride: [1, 2], padding: same, groups: 2, bias: false}",
        "softmax",
        "max-pool: {size: [2, 3]}",
        "max-pool: {size: [2, 5], stride: 2, padding: same}",
        "average-pool: {size: 3, stride: 2, padding: same}",
        "average-pool: 2",
        "global-pool: {kind: [avg, max, std], over: time}",
        "global-pool: {kind: [avg, max, std], over: all}",
        "global-pool: {kind: [avg, std], over: bands}",
        "dropout: 0.5",
        "spatial-dropout: 0.5",
        "permute: [2, 3, 1]",
        "reshape: [12, 7]",
        "layer-norm: 0.001",
        "gru: {units: 3, returns: sequence}",
        "squeeze-excitation: 2",
        "attention-pool: 5",
        "residual: [{conv2d: {filters: 2, padding: same}}, relu]",
        "residual: {layers: [{conv2d: {filters: 3}}], shortcut: [{conv2d: {filters: 3}}, tanh]}",
        "branches: {join: sum, paths: {a: [relu], b: [{conv2d: {filters: 2, padding: same}}]}}",
        "branches: {paths: {a: [relu], b: [{conv2d: {filters: 3, padding: same}}], c: [tanh]}}",
      })
  void imagesAgree(String layer) {
    assertAgrees("[2, 6, 7]", layer, "softmax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normalise",
        "normalise: value",
        "conv1d: {filters: 4, kernel: 4, padding: same}",
        "conv1d: {filters: 4, kernel: 3, stride: 2}",
        "batch-norm",
        "max-pool: {size: 3, stride: 2, padding: same}",
        "average-pool: {size: 3, stride: 2, padding: same}",
        "global-pool: max",
        "squeeze-excitation: 16",
        "attention-pool: 3",
        "layer-norm",
        "gru: 3",
        "gru: {units: 3, directions: both}",
        "gru: {units: 3, returns: sequence}",
        "gru: {units: 3, directions: both, returns: sequence}",
        "lstm: 3",
        "lstm: {units: 3, directions: both}",
        "lstm: {units: 3, returns: sequence}",
        "lstm: {units: 3, directions: both, returns: sequence}",
        "spatial-dropout: 0.3",
        "permute: [2, 1]",
      })
  void sequencesAgree(String layer) {
    assertAgrees("[5, 9]", layer, "sigmoid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normalise",
        "dense: {units: 4, bias: false}",
        "batch-norm",
        "layer-norm",
        "hard-swish",
        "softmax"
      })
  void vectorsAgree(String layer) {
    assertAgrees("[6]", layer, "linear");
  }

  @Test
  void temperatureFlattensTheScores() {
    TrainedNetwork trained = random("[6]", "relu", "softmax");
    float[] inputs = values(6, 3);
    float[] sharp = OnnxOutput.of(NetworkExporter.export(trained), List.of(6), inputs);
    float[] flat = OnnxOutput.of(NetworkExporter.export(trained, 2), List.of(6), inputs);
    for (int i = 1; i < sharp.length; i++) {
      assertEquals(Math.log(sharp[i] / sharp[0]) / 2, Math.log(flat[i] / flat[0]), 1e-4);
    }
  }

  private static void assertAgrees(String input, String layer, String output) {
    TrainedNetwork trained = random(input, layer, output);
    List<Integer> sizes = trained.network().input().sizes();
    float[] inputs = values(BATCH * trained.network().input().count(), 11);
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      float[] expected = predictor.predict(inputs, BATCH);
      double difference =
          ExportCheck.largestDifference(NetworkExporter.export(trained), sizes, inputs, expected);
      assertTrue(difference < 1e-5, layer + ": difference " + difference);
    }
  }

  private static TrainedNetwork random(String input, String layer, String output) {
    String text =
        "name: one\ninput: %s\noutput: %s\nlayers:\n  - %s\n  - flatten\n  - dense: classes\n"
            .formatted(input, output, layer);
    NetworkSpec network = NetworkReader.read(text, 4);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    int seed = 0;
    for (Weight weight : network.weights()) {
      float[] values = values(weight.shape().count(), seed++);
      if (weight.name().endsWith("variance")) {
        IntStream.range(0, values.length).forEach(i -> values[i] = Math.abs(values[i]) + 0.1f);
      }
      weights.put(weight.name(), Tensor.of(weight.shape(), values));
    }
    return new TrainedNetwork(network, List.of("a", "b", "c", "d"), weights);
  }

  private static float[] values(int count, int seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
