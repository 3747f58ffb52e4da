package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;

/** All values as one vector, channels first, frames fastest. */
public record Flatten() implements Layer {
  @Override
  public String kind() {
    return "flatten";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    return TensorShape.of(input.count());
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.flatten(this, place, input);
  }
}
