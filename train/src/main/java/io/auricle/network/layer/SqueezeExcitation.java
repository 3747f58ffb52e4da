package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.network.weight.Weight;
import java.util.List;

/**
 * Channels weighted by a function of all their means (Hu et al. 2018): {@code x * sigmoid(W2
 * relu(W1 mean(x)))} with biases.
 *
 * @param reduction channels divided by this, rounded down, are the hidden units (one at least)
 * @param init how its first weights are drawn
 */
public record SqueezeExcitation(int reduction, Initialisation init) implements Layer {
  public SqueezeExcitation {
    LayerChecks.positive("reduction", reduction);
  }

  @Override
  public String kind() {
    return "squeeze-excitation";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    if (input.rank() < 2) {
      throw new LayerException(
          "input %s must have axes behind its channels to take means of".formatted(input));
    }
    return input;
  }

  @Override
  public Layer initialised(Initialisation other) {
    return new SqueezeExcitation(reduction, other);
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    int channels = input.channels();
    int hidden = Math.max(1, channels / reduction);
    TensorShape narrow = TensorShape.of(hidden, channels);
    TensorShape wide = TensorShape.of(channels, hidden);
    return List.of(
        Weight.trained("squeeze.weight", narrow, init.matrix(channels, hidden)),
        Weight.trained("squeeze.bias", TensorShape.of(hidden), init.bias(channels)),
        Weight.trained("excite.weight", wide, init.matrix(hidden, channels)),
        Weight.trained("excite.bias", TensorShape.of(channels), init.bias(hidden)));
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.squeezeExcitation(this, place, input);
  }
}
