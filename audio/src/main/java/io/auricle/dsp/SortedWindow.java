package io.auricle.dsp;

import java.util.Arrays;

/** Running medians of any odd width: the window is kept sorted while it slides. */
final class SortedWindow {
  private final int width;
  private final float[] sorted;

  SortedWindow(int width) {
    this.width = width;
    this.sorted = new float[width];
  }

  /** The medians {@code [from, to)} of a line that begins at {@code start}, the first to there. */
  void filter(float[] matrix, MedianFilter.Lines lines, int start, int from, int to, float[] out) {
    int reach = width / 2;
    for (int i = 0; i < width; i++) {
      sorted[i] = matrix[start + lines.offset(from + i - reach)];
    }
    Arrays.sort(sorted);
    for (int i = from; i < to; i++) {
      out[start + (i - from) * lines.stride()] = sorted[reach];
      replace(matrix[start + lines.offset(i - reach)], matrix[start + lines.offset(i + reach + 1)]);
    }
  }

  private void replace(float old, float fresh) {
    int from = Arrays.binarySearch(sorted, old);
    int at = from;
    for (; at + 1 < width && sorted[at + 1] < fresh; at++) {
      sorted[at] = sorted[at + 1];
    }
    if (at == from) {
      for (; at > 0 && sorted[at - 1] > fresh; at--) {
        sorted[at] = sorted[at - 1];
      }
    }
    sorted[at] = fresh;
  }
}
