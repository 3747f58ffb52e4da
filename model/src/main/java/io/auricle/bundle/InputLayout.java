package io.auricle.bundle;

/** How a segment's features lie in the model's input tensor; n is the number of segments. */
public enum InputLayout {
  /** {@code [n, columns]}: one vector a clip, or the single frame of a segment. */
  VECTOR,
  /** {@code [n, frames, columns]}: for recurrent networks. */
  FRAMES_BANDS,
  /** {@code [n, 1, columns, frames]}: for convolutional networks. */
  BANDS_FRAMES;

  /** The tensor shape of {@code n} segments of this many frames and columns. */
  public long[] shape(int n, int frames, int columns) {
    return switch (this) {
      case VECTOR -> new long[] {n, (long) frames * columns};
      case FRAMES_BANDS -> new long[] {n, frames, columns};
      case BANDS_FRAMES -> new long[] {n, 1, columns, frames};
    };
  }
}
