package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import java.util.List;

/**
 * Axes in another order.
 *
 * @param order the old axis for each new one, counted from 1 as in Keras, where 0 is the batch
 */
public record Permute(List<Integer> order) implements Layer {
  public Permute {
    order = List.copyOf(order);
    for (int axis = 1; axis <= order.size(); axis++) {
      if (!order.contains(axis)) {
        throw new IllegalArgumentException(
            "order=%s must hold each axis from 1 to %d once".formatted(order, order.size()));
      }
    }
  }

  @Override
  public String kind() {
    return "permute";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    if (input.rank() != order.size()) {
      throw new LayerException(
          "input %s must have as many axes as order=%s".formatted(input, order));
    }
    return new TensorShape(order.stream().map(axis -> input.size(axis - 1)).toList());
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.permute(this, place, input);
  }
}
