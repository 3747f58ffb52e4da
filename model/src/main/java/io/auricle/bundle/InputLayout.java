package io.auricle.bundle;

/** How a segment's features lie in the model's input tensor; n is the number of segments. */
public enum InputLayout {
  /** {@code [n, columns]}: one vector a clip, or the single frame of a segment. */
  VECTOR,
  /** {@code [n, frames, columns]}: for recurrent networks. */
  FRAMES_BANDS,
  /** {@code [n, 1, columns, frames]}: for networks of two-dimensional convolutions. */
  BANDS_FRAMES,
  /** {@code [n, columns, frames]}: for one-dimensional convolutions and what is recurrent. */
  COLUMNS_FRAMES;

  /** The tensor shape of {@code n} segments of this many frames and columns. */
  public long[] shape(int n, int frames, int columns) {
    return switch (this) {
      case VECTOR -> new long[] {n, (long) frames * columns};
      case FRAMES_BANDS -> new long[] {n, frames, columns};
      case BANDS_FRAMES -> new long[] {n, 1, columns, frames};
      case COLUMNS_FRAMES -> new long[] {n, columns, frames};
    };
  }

  /** Whether the values of a frame stand together in the tensor, as they do in a feature matrix. */
  public boolean framesFirst() {
    return this == VECTOR || this == FRAMES_BANDS;
  }
}
