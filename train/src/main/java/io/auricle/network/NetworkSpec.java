package io.auricle.network;

import io.auricle.network.layer.Layer;
import io.auricle.network.layer.Normalise;
import io.auricle.network.layer.Stack;
import io.auricle.network.layer.Step;
import io.auricle.network.layer.TensorShape;
import io.auricle.network.layer.Weight;
import java.util.List;

/**
 * A network as described in its file. Shapes are checked when it is made.
 *
 * @param name of the network, for people
 * @param input shape without the batch, for instance {@code 1x128x57}
 * @param output what becomes of the last layer's values
 * @param layers all layers, the last giving a vector
 * @param source the YAML text it was read from
 */
public record NetworkSpec(
    String name, TensorShape input, Output output, Stack layers, String source) {
  public NetworkSpec {
    TensorShape last = layers.outputShape(input);
    if (last.rank() != 1) {
      throw new NetworkException(
          "network %s: the last layer gives %s, which must be a vector; add flatten or global-pool"
              .formatted(name, last));
    }
    List<Step> steps = layers.steps();
    for (Step step : steps.subList(Math.min(1, steps.size()), steps.size())) {
      if (step.layer() instanceof Normalise) {
        throw new NetworkException(
            "line %d: normalise must be the first layer".formatted(step.line()));
      }
    }
  }

  /** The number of values it gives: classes, tags. */
  public int outputs() {
    return layers.outputShape(input).channels();
  }

  /** All weights in order, by their full names. */
  public List<Weight> weights() {
    return layers.weights(input);
  }

  /** The number of trained parameters. */
  public long parameterCount() {
    return weights().stream().filter(Weight::trained).mapToLong(w -> w.shape().count()).sum();
  }

  /** The first layer. */
  public Layer first() {
    return layers.steps().get(0).layer();
  }
}
