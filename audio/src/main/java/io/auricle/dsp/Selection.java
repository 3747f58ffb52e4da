package io.auricle.dsp;

/** Finds the value of a rank without sorting (Hoare 1961, doi:10.1145/366622.366647). */
public final class Selection {
  private Selection() {}

  /**
   * The value that would be at {@code rank} if the first {@code count} values were sorted; the
   * smaller ones are moved before it, the larger ones behind.
   *
   * @param values without NaN
   * @param count at least 1
   * @param rank in [0, count)
   */
  public static float smallest(float[] values, int count, int rank) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      float pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[rank];
  }
}
