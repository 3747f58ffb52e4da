package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;

/**
 * Sets values to 0 at random while training and scales the others up; does nothing afterwards.
 *
 * @param rate share that is dropped, in [0, 1)
 * @param spatial whether whole channels are dropped instead of single values
 */
public record Dropout(double rate, boolean spatial) implements Layer {
  public Dropout {
    LayerChecks.share("rate", rate);
  }

  @Override
  public String kind() {
    return spatial ? "spatial-dropout" : "dropout";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    return input;
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.dropout(this, place, input);
  }
}
