package io.auricle.onnx;

import io.auricle.network.NetworkSpec;
import io.auricle.network.Tensor;
import io.auricle.network.TrainedNetwork;
import io.auricle.network.weight.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Weights and inputs by a formula that tools/golden/networks.py computes as well. */
final class FormulaWeights {
  private FormulaWeights() {}

  /** A network with the formula's weights, and classes named by their numbers. */
  static TrainedNetwork of(NetworkSpec network) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    int seed = 0;
    for (Weight weight : network.weights()) {
      seed++;
      weights.put(weight.name(), Tensor.of(weight.shape(), values(weight, seed)));
    }
    List<String> classes =
        IntStream.range(0, network.outputs()).mapToObj(Integer::toString).toList();
    return new TrainedNetwork(network, classes, weights);
  }

  static float[] inputs(NetworkSpec network, int batch) {
    float[] values = new float[batch * network.input().count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) uniform(i, 0);
    }
    return values;
  }

  /** Matrices and kernels keep the size of what flows through; scales and variances are near 1. */
  private static float[] values(Weight weight, int seed) {
    float[] values = new float[weight.shape().count()];
    int rows = weight.shape().size(0);
    boolean matrix = values.length > rows;
    double factor = matrix ? Math.sqrt(6.0 / Math.max(rows, values.length / rows)) : 0.1;
    boolean aroundOne = weight.name().matches(".*\\.(scale|variance|factor)");
    for (int i = 0; i < values.length; i++) {
      double u = uniform(i, seed);
      values[i] = (float) (aroundOne ? 1 + 0.5 * u : factor * u);
    }
    return values;
  }

  /** In [-1, 1) with 24 bits: a hash of the index. */
  private static double uniform(int index, int seed) {
    int x = index * 0x9E3779B1 + seed * 0x85EBCA6B;
    x = (x ^ x >>> 16) * 0x7FEB352D;
    x = (x ^ x >>> 15) * 0x846CA68B;
    x ^= x >>> 16;
    return (x >>> 8) / 8388608.0 - 1;
  }
}
