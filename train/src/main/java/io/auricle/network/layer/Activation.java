package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;
import java.util.Locale;

/**
 * A function of each value; softmax alone works over the first axis.
 *
 * @param function which
 * @param alpha slope below 0 of leaky ReLU, limit below 0 of ELU; ignored by the others
 */
public record Activation(Function function, double alpha) implements Layer {
  /**
   * GELU is the exact one, by the error function. Hard swish is {@code x * hardSigmoid(x)}, hard
   * sigmoid {@code min(1, max(0, x / 6 + 1 / 2))} (Howard et al. 2019, MobileNetV3).
   */
  public enum Function {
    RELU,
    LEAKY_RELU,
    ELU,
    GELU,
    TANH,
    SIGMOID,
    HARD_SIGMOID,
    HARD_SWISH,
    SOFTMAX
  }

  public Activation {
    LayerChecks.notNegative("alpha", alpha);
  }

  @Override
  public String kind() {
    return function.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    return input;
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.activation(this, place, input);
  }
}
