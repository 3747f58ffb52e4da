package io.auricle.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.network.Head;
import io.auricle.network.NetworkCatalogue;
import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.NetworkPredictor;
import io.auricle.predict.onnx.OnnxOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every network of the catalogue against the same network built in PyTorch by
 * tools/golden/networks.py: on the training engine, and exported in ONNX Runtime.
 */
class GoldenNetworksTest {
  private static final int CLASSES = 10;
  private static final int BATCH = 2;
  private static final float TOLERANCE = 1e-4f;

  /** The pictures of cs615-ann, and those that the recorded values were made with. */
  private static final String PICTURE = "input: [1, 218, 336]";

  private static final String SHORT_PICTURE = "input: [1, 15, 20]";

  /** A folder to leave the models in, for tools/golden/check_onnx.py. */
  private static final String EXPORT = "auricle.export";

  static Iterable<String> names() {
    return NetworkCatalogue.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesTheOutputsOfPyTorch(String name) throws IOException {
    String source = NetworkCatalogue.load(name, CLASSES).source();
    if (name.startsWith("cs615-ann")) {
      source = source.replace(PICTURE, SHORT_PICTURE);
    }
    NetworkSpec network = NetworkReader.read(source, CLASSES);
    JsonNode recorded = recorded(name);
    assertEquals(network.heads().size(), recorded.size());

    TrainedNetwork trained = FormulaWeights.of(network);
    float[] inputs = FormulaWeights.inputs(network, BATCH);
    byte[] model = NetworkExporter.export(trained);
    if (System.getProperty(EXPORT) != null) {
      Files.write(Path.of(System.getProperty(EXPORT), name + ".onnx"), model);
    }
    List<Integer> sizes = network.input().sizes();
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      for (int i = 0; i < network.heads().size(); i++) {
        Head head = network.heads().get(i);
        float[] expected = floats(recorded.path(head.name()));
        assertEquals(BATCH * network.outputShape(head).count(), expected.length, head.name());
        assertArrayEquals(
            expected, predictor.predict(inputs, BATCH, i), TOLERANCE, "PyTorch, " + head.name());
        String output = i == network.mainIndex() ? NetworkExporter.OUTPUT : head.name();
        assertArrayEquals(
            expected,
            OnnxOutput.named(output, model, sizes, inputs),
            TOLERANCE,
            "ONNX Runtime, " + head.name());
      }
    }
  }

  private static JsonNode recorded(String name) throws IOException {
    try (InputStream in = GoldenNetworksTest.class.getResourceAsStream("/golden/networks.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in)).path("networks").path(name);
    }
  }

  private static float[] floats(JsonNode values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values.get(i).asDouble();
    }
    return floats;
  }
}
