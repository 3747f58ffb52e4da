package io.auricle.network.shape;

/** A layer that does not fit in its place; the message names the layer and both shapes. */
public final class LayerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** Of a layer whose line is not known. */
  public LayerException(String message) {
    this(0, message);
  }

  /**
   * @param line of the layer in the network's file, from 1 on; 0 if it is not known
   */
  public LayerException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line of the innermost layer at fault in the network's file; 0 if it is not known. */
  public int line() {
    return line;
  }
}
