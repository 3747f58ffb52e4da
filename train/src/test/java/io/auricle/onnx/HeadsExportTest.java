package io.auricle.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.NetworkCatalogue;
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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeadsExportTest {
  private static final String AUTOENCODER =
      """
      name: autoencoder
      input: [6]
      layers: [{dense: 3}, tanh]
      heads:
        copy: {output: linear, target: input, weight: 0.9, layers: [{dense: 6}]}
        classes: {output: softmax, target: labels, weight: 0.1, layers: [{dense: classes}]}
      """;

  @Test
  void mainHeadIsTheFirstWithLabels() {
    NetworkSpec network = NetworkReader.read(AUTOENCODER, 4);
    assertEquals("classes", network.main().name());
    assertEquals(4, network.outputs());
  }

  @Test
  void weightsOfHeadsBearTheirNames() {
    assertEquals(
        List.of(
            "dense-1.weight",
            "dense-1.bias",
            "copy.dense-1.weight",
            "copy.dense-1.bias",
            "classes.dense-1.weight",
            "classes.dense-1.bias"),
        NetworkReader.read(AUTOENCODER, 4).weights().stream().map(Weight::name).toList());
  }

  @Test
  void moreThanAnOnnxFileHoldsIsRefused() {
    NetworkSpec network = NetworkCatalogue.load("cs615-ann-10000", 10);
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> NetworkExporter.requireExportable(network));
    assertTrue(String.valueOf(e.getMessage()).contains("732,736,506 values"), e.getMessage());
  }

  @Test
  void everyHeadIsAnOutputOfTheModel() {
    NetworkSpec network = NetworkReader.read(AUTOENCODER, 4);
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Weight weight : network.weights()) {
      float[] values = weight.initialiser().values(weight.shape(), random);
      weights.put(weight.name(), Tensor.of(weight.shape(), values));
    }
    TrainedNetwork trained = new TrainedNetwork(network, List.of("a", "b", "c", "d"), weights);
    byte[] model = NetworkExporter.export(trained);
    float[] inputs = {1, -2, 3, 0.5f, 0, -1, 2, 2, -1, 1, 0, 4};
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      assertArrayEquals(
          predictor.predict(inputs, 2, 0),
          OnnxOutput.named("copy", model, List.of(6), inputs),
          1e-6f);
      assertArrayEquals(
          predictor.predict(inputs, 2), OnnxOutput.of(model, List.of(6), inputs), 1e-6f);
    }
  }
}
