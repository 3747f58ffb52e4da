package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;

/**
 * A layer in its place.
 *
 * @param name unique among its neighbours; the prefix of the names of its weights
 * @param line where the network file names it, from 1 on; 0 if it comes from elsewhere
 * @param layer what it does
 */
public record Step(String name, int line, Layer layer) {
  public Step {
    LayerChecks.name("layer", name);
  }

  /** Puts the layer's name before a fault; sizes that are too large do not name the input yet. */
  LayerException fault(TensorShape input, IllegalArgumentException fault) {
    int inner = fault instanceof LayerException placed ? placed.line() : 0;
    String shapes = fault instanceof LayerException ? "" : "input %s: ".formatted(input);
    return new LayerException(
        inner == 0 ? line : inner, "layer %s: %s%s".formatted(name, shapes, fault.getMessage()));
  }
}
