package io.auricle.neural.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Tensor;
import io.auricle.network.weight.Weight;
import io.auricle.neural.NetworkPredictor;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrentPassTest {
  private static final float STEP = 1e-2f;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gru: {units: 2, directions: both, returns: sequence}",
        "gru: 2",
        "lstm: {units: 2, returns: sequence}",
        "lstm: {units: 2, directions: both}"
      })
  void gradientsAreTheSlopesOfTheLoss(String layer) {
    NetworkSpec network =
        NetworkReader.read(
            "name: a\ninput: [3, 4]\nlayers: [{%s}, flatten, {dense: 2}]".formatted(layer), 2);
    try (LiveWeights weights = LiveWeights.of(network, first(network))) {
      weights.declared().forEach(w -> weights.get(w.name()).setRequiresGradient(true));
      double loss;
      try (GradientCollector collector = TorchEngine.start().newGradientCollector();
          NDManager scope = weights.manager().newSubManager()) {
        NDArray value = loss(network, weights, scope);
        collector.backward(value);
        loss = value.getFloat();
      }
      assertTrue(loss > 0);
      for (Weight weight : weights.declared()) {
        float[] gradient = weights.get(weight.name()).getGradient().toFloatArray();
        float[] values = weights.values(weight.name());
        float middle = values[1];
        values[1] = middle + STEP;
        double above = lossWith(network, weights, weight.name(), values);
        values[1] = middle - STEP;
        double below = lossWith(network, weights, weight.name(), values);
        values[1] = middle;
        lossWith(network, weights, weight.name(), values);
        assertEquals((above - below) / (2 * STEP), gradient[1], 2e-3, weight.name());
      }
    }
  }

  private static Map<String, Tensor> first(NetworkSpec network) {
    SplittableRandom random = new SplittableRandom(3);
    return network.weights().stream()
        .collect(
            Collectors.toMap(
                Weight::name,
                w -> Tensor.of(w.shape(), w.initialiser().values(w.shape(), random))));
  }

  private static double lossWith(
      NetworkSpec network, LiveWeights weights, String name, float[] values) {
    weights.get(name).setRequiresGradient(false);
    weights.set(name, values);
    try (NDManager scope = weights.manager().newSubManager()) {
      return loss(network, weights, scope).getFloat();
    }
  }

  private static NDArray loss(NetworkSpec network, LiveWeights weights, NDManager scope) {
    float[] inputs = new float[2 * 12];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) Math.sin(1.7 * i);
    }
    NDArray input = NetworkPredictor.batch(scope, network, inputs, 2);
    NDArray end = NetworkPredictor.forward(network, weights, input, true).head();
    return end.add(1).square().sum();
  }
}
