package io.auricle.network.layer;

/** A layer that does not fit in its place; the message names the layer and both shapes. */
public final class LayerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;

  LayerException(String message) {
    this(0, message);
  }

  /**
   * @param line of the layer in the network's file, from 1 on; 0 if it is not known
   */
  public LayerException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Puts the layer's name before a fault; sizes that are too large do not name the input yet. */
  static LayerException in(Step step, TensorShape input, IllegalArgumentException fault) {
    int inner = fault instanceof LayerException placed ? placed.line : 0;
    String shapes = fault instanceof LayerException ? "" : "input %s: ".formatted(input);
    return new LayerException(
        inner == 0 ? step.line() : inner,
        "layer %s: %s%s".formatted(step.name(), shapes, fault.getMessage()));
  }

  /** The line of the innermost layer at fault in the network's file; 0 if it is not known. */
  public int line() {
    return line;
  }
}
