package io.auricle.dsp;

import org.jspecify.annotations.Nullable;

/**
 * Running medians of odd width over a frame-major matrix, the edges mirrored with the edge value
 * repeated ({@code d c b a | a b c d | d c b a}), as {@code scipy.ndimage.median_filter} with mode
 * {@code reflect} does. Values must not be NaN; negative zero counts as smaller than zero.
 *
 * <p>Widths of the form {@code 2^k - 1}, such as the 31 of harmonic-percussive separation, take
 * {@link MedianNetwork}, others a sorted window of each line. Not thread-safe.
 */
public final class MedianFilter {
  private final int width;

  /** Null for widths that no network fits. */
  private final @Nullable MedianNetwork network;

  /**
   * A filter.
   *
   * @param width odd number of values
   * @throws IllegalArgumentException if the width is even or below 1
   */
  public MedianFilter(int width) {
    if (width < 1 || width % 2 == 0) {
      throw new IllegalArgumentException("width=" + width + " must be odd and at least 1");
    }
    this.width = width;
    this.network = MedianNetwork.fits(width) ? new MedianNetwork(width) : null;
  }

  /**
   * Medians over neighbouring frames, column by column.
   *
   * @param matrix {@code [frames][columns]}
   * @param out {@code [frames][columns]}, another array than {@code matrix}
   */
  public void alongFrames(float[] matrix, int frames, int columns, float[] out) {
    alongFrames(matrix, frames, columns, 0, frames, out);
  }

  /**
   * Medians over neighbouring frames for some of them, the others being their neighbours.
   *
   * @param matrix {@code [frames][columns]}
   * @param from first frame of the result
   * @param to end of the frames of the result
   * @param out {@code [to - from][columns]}, another array than {@code matrix}
   */
  public void alongFrames(float[] matrix, int frames, int columns, int from, int to, float[] out) {
    filter(matrix, new Lines(frames, columns, columns, 1), from, to, out);
  }

  /**
   * Medians over neighbouring columns, frame by frame.
   *
   * @param matrix {@code [frames][columns]}
   * @param out {@code [frames][columns]}, another array than {@code matrix}
   */
  public void alongColumns(float[] matrix, int frames, int columns, float[] out) {
    filter(matrix, new Lines(columns, 1, frames, columns), 0, columns, out);
  }

  private void filter(float[] matrix, Lines lines, int from, int to, float[] out) {
    if (network != null) {
      network.filter(matrix, lines, from, to, out);
      return;
    }
    SortedWindow window = new SortedWindow(width);
    for (int line = 0; line < lines.count(); line++) {
      window.filter(matrix, lines, line * lines.lineStride(), from, to, out);
    }
  }

  /**
   * The lines of a matrix that are filtered.
   *
   * @param length values a line
   * @param stride distance from a value to the next of its line
   * @param count number of lines
   * @param lineStride distance from a line to the next
   */
  record Lines(int length, int stride, int count, int lineStride) {

    /** Where the value of an index lies in its line, the index mirrored at the ends. */
    int offset(int index) {
      int i = Math.floorMod(index, 2 * length);
      return stride * (i < length ? i : 2 * length - 1 - i);
    }
  }
}
