package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.network.weight.Weight;
import java.util.List;

/**
 * Every output from every input.
 *
 * @param units outputs
 * @param bias whether a number is added to each
 * @param l2 factor of the squared matrix in the loss
 * @param init how its first weights are drawn
 */
public record Dense(int units, boolean bias, double l2, Initialisation init) implements Layer {
  public Dense {
    LayerChecks.positive("units", units);
    LayerChecks.notNegative("l2", l2);
  }

  @Override
  public String kind() {
    return "dense";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    if (input.rank() != 1) {
      throw new LayerException(
          "input %s must be a vector for dense %d; put flatten or global-pool before it"
              .formatted(input, units));
    }
    return TensorShape.of(units);
  }

  @Override
  public Layer initialised(Initialisation other) {
    return new Dense(units, bias, l2, other);
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    TensorShape matrix = TensorShape.of(units, input.channels());
    Weight weight = new Weight("weight", matrix, init.matrix(input.channels(), units), true, l2);
    return bias
        ? List.of(
            weight, Weight.trained("bias", TensorShape.of(units), init.bias(input.channels())))
        : List.of(weight);
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.dense(this, place, input);
  }
}
