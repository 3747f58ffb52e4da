package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;

/**
 * Where a visitor meets a layer.
 *
 * @param name the full name, steps joined by dots, as in {@code residual-1.conv2d-2}
 * @param input shape that the layer receives
 */
public record Place(String name, TensorShape input) {
  /** The full name of one of the layer's weights. */
  public String weight(String shortName) {
    return name + "." + shortName;
  }
}
