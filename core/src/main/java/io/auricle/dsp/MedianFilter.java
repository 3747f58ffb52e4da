package io.auricle.dsp;

/**
 * Running medians of odd width over a frame-major matrix, the edges mirrored with the edge value
 * repeated ({@code d c b a | a b c d | d c b a}), as {@code scipy.ndimage.median_filter} with mode
 * {@code reflect} does. Values must not be NaN; negative zero counts as smaller than zero.
 *
 * <p>Widths of the form {@code 2^k - 1}, such as the 31 of harmonic-percussive separation, take
 * {@link MedianNetwork}, others a sorted window of each line. Thread-safe.
 */
public final class MedianFilter {
  private MedianFilter() {}

  /**
   * Medians over neighbouring frames, column by column.
   *
   * @param matrix {@code [frames][columns]}
   * @param width odd number of frames
   * @param out {@code [frames][columns]}, another array than {@code matrix}
   * @throws IllegalArgumentException if the width is even or below 1
   */
  public static void alongFrames(float[] matrix, int frames, int columns, int width, float[] out) {
    filter(matrix, new Lines(frames, columns, columns, 1), width, out);
  }

  /**
   * Medians over neighbouring frames for some of them, the others being their neighbours.
   *
   * @param matrix {@code [frames][columns]}
   * @param width odd number of frames
   * @param from first frame of the result
   * @param to end of the frames of the result
   * @param out {@code [to - from][columns]}, another array than {@code matrix}
   * @throws IllegalArgumentException if the width is even or below 1
   */
  public static void alongFrames(
      float[] matrix, int frames, int columns, int width, int from, int to, float[] out) {
    Lines lines = new Lines(frames, columns, columns, 1);
    if (MedianNetwork.fits(width)) {
      new MedianNetwork(width, lines).filter(matrix, from, to, out);
    } else {
      float[] all = new float[frames * columns];
      filter(matrix, lines, width, all);
      System.arraycopy(all, from * columns, out, 0, (to - from) * columns);
    }
  }

  /**
   * Medians over neighbouring columns, frame by frame.
   *
   * @param matrix {@code [frames][columns]}
   * @param width odd number of columns
   * @param out {@code [frames][columns]}, another array than {@code matrix}
   * @throws IllegalArgumentException if the width is even or below 1
   */
  public static void alongColumns(float[] matrix, int frames, int columns, int width, float[] out) {
    filter(matrix, new Lines(columns, 1, frames, columns), width, out);
  }

  private static void filter(float[] matrix, Lines lines, int width, float[] out) {
    if (width < 1 || width % 2 == 0) {
      throw new IllegalArgumentException("width=" + width + " must be odd and at least 1");
    }
    if (MedianNetwork.fits(width)) {
      new MedianNetwork(width, lines).filter(matrix, out);
    } else {
      SortedWindow window = new SortedWindow(width);
      for (int line = 0; line < lines.count(); line++) {
        window.filter(matrix, lines, line * lines.lineStride(), out);
      }
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
