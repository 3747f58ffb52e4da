package io.auricle.network.layer;

/** Sizes of layers that do not fit; the message names the layer, its line and both shapes. */
final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ShapeException(String message) {
    super(message);
  }

  /** Puts the layer's name before a fault; sizes that are too large do not name the input yet. */
  static ShapeException in(Step step, TensorShape input, IllegalArgumentException fault) {
    String shapes = fault instanceof ShapeException ? "" : "input %s: ".formatted(input);
    return new ShapeException(
        "layer %s (line %d): %s%s".formatted(step.name(), step.line(), shapes, fault.getMessage()));
  }
}
