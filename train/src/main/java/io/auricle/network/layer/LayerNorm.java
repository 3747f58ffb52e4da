package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialiser;
import io.auricle.network.weight.Weight;
import java.util.List;

/**
 * Layer normalisation over the first axis (Ba et al. 2016): the channels of each place, or the
 * features of a vector, get mean 0 and variance 1, then a scale and a shift of their own.
 *
 * @param epsilon added to the variance, above 0
 */
public record LayerNorm(double epsilon) implements Layer {
  public LayerNorm {
    LayerChecks.positive("epsilon", epsilon);
  }

  @Override
  public String kind() {
    return "layer-norm";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    return input;
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    TensorShape channels = TensorShape.of(input.channels());
    return List.of(
        Weight.trained("scale", channels, Initialiser.constant(1)),
        Weight.trained("shift", channels, Initialiser.constant(0)));
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.layerNorm(this, place, input);
  }
}
