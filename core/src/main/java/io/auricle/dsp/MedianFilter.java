package io.auricle.dsp;

import java.util.Arrays;

/**
 * Running medians of odd width over a frame-major matrix, the edges mirrored with the edge value
 * repeated ({@code d c b a | a b c d | d c b a}), as {@code scipy.ndimage.median_filter} with mode
 * {@code reflect} does.
 */
public final class MedianFilter {
  private MedianFilter() {}

  /**
   * Medians over neighbouring frames, column by column.
   *
   * @param matrix {@code [frames][columns]}
   * @param width odd number of frames
   * @param out {@code [frames][columns]}, another array than {@code matrix}
   */
  public static void alongFrames(float[] matrix, int frames, int columns, int width, float[] out) {
    float[] window = new float[width];
    for (int f = 0; f < frames; f++) {
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < width; i++) {
          window[i] = matrix[mirror(f + i - width / 2, frames) * columns + c];
        }
        Arrays.sort(window);
        out[f * columns + c] = window[width / 2];
      }
    }
  }

  /**
   * Medians over neighbouring columns, frame by frame.
   *
   * @param matrix {@code [frames][columns]}
   * @param width odd number of columns
   * @param out {@code [frames][columns]}, another array than {@code matrix}
   */
  public static void alongColumns(float[] matrix, int frames, int columns, int width, float[] out) {
    float[] window = new float[width];
    for (int f = 0; f < frames; f++) {
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < width; i++) {
          window[i] = matrix[f * columns + mirror(c + i - width / 2, columns)];
        }
        Arrays.sort(window);
        out[f * columns + c] = window[width / 2];
      }
    }
  }

  private static int mirror(int index, int length) {
    int period = 2 * length;
    int i = Math.floorMod(index, period);
    return i < length ? i : period - 1 - i;
  }
}
