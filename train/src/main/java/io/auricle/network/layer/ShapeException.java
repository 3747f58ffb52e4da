package io.auricle.network.layer;

/** Sizes of layers that do not fit; the message names the layer, its line and both shapes. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ShapeException(String message) {
    super(message);
  }

  ShapeException in(Step step) {
    return new ShapeException(
        "layer %s (line %d): %s".formatted(step.name(), step.line(), getMessage()));
  }
}
