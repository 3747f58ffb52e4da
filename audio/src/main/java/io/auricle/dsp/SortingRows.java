package io.auricle.dsp;

/** Sorting networks on whole rows: lane by lane, the values of some rows are sorted. */
final class SortingRows {
  private SortingRows() {}

  /** Batcher's odd-even merge of two sorted blocks of {@code size} rows. */
  static void merge(float[][] from, int fromRow, float[][] to, int toRow, int size, int count) {
    for (int i = 0; i < size; i++) {
      sortPair(
          from[fromRow + i], from[fromRow + size + i], to[toRow + i], to[toRow + size + i], count);
    }
    for (int distance = size / 2; distance > 0; distance /= 2) {
      for (int i = distance; i + distance < 2 * size; i++) {
        if (((i / distance) & 1) == 1) {
          float[] a = to[toRow + i];
          float[] b = to[toRow + i + distance];
          sortPair(a, b, a, b, count);
        }
      }
    }
  }

  /** Sorts the first {@code size} rows, whose values rise and then fall or the other way round. */
  static void sortBitonic(float[][] rows, int size, int count) {
    for (int distance = size / 2; distance > 0; distance /= 2) {
      for (int i = 0; i < size; i++) {
        if ((i & distance) == 0) {
          float[] a = rows[i];
          float[] b = rows[i + distance];
          sortPair(a, b, a, b, count);
        }
      }
    }
  }

  private static void sortPair(float[] a, float[] b, float[] low, float[] high, int count) {
    for (int i = 0; i < count; i++) {
      float x = a[i];
      float y = b[i];
      low[i] = Math.min(x, y);
      high[i] = Math.max(x, y);
    }
  }
}
