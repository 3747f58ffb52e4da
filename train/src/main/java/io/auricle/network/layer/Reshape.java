package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;

/**
 * The same values, last axis fastest, in another shape.
 *
 * @param shape the new one, without the batch
 */
public record Reshape(TensorShape shape) implements Layer {
  @Override
  public String kind() {
    return "reshape";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    if (input.count() != shape.count()) {
      throw new LayerException(
          "input %s (%d values) must have as many values as %s (%d)"
              .formatted(input, input.count(), shape, shape.count()));
    }
    return shape;
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.reshape(this, place, input);
  }
}
