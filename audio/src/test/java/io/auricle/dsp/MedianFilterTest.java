package io.auricle.dsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedianFilterTest {

  @ParameterizedTest
  @CsvSource({
    "1, 4, 5",
    "3, 1, 1",
    "3, 2, 3",
    "5, 40, 50",
    "7, 17, 9",
    "15, 33, 129",
    "29, 60, 20",
    "31, 1, 1",
    "31, 2, 300",
    "31, 16, 17",
    "31, 200, 40",
    "31, 70, 257",
    "63, 100, 30",
    "129, 20, 300"
  })
  void mediansAreThoseOfSortedWindows(int width, int frames, int columns) {
    float[] matrix = values(frames * columns);
    float[] out = new float[matrix.length];
    MedianFilter filter = new MedianFilter(width);
    filter.alongFrames(matrix, frames, columns, out);
    assertArrayEquals(sorted(matrix, frames, columns, width, true), out);
    filter.alongColumns(matrix, frames, columns, out);
    assertArrayEquals(sorted(matrix, frames, columns, width, false), out);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 30})
  void widthMustBeOdd(int width) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new MedianFilter(width));
    assertEquals("width=" + width + " must be odd and at least 1", e.getMessage());
  }

  private static float[] sorted(
      float[] matrix, int frames, int columns, int width, boolean alongFrames) {
    float[] out = new float[matrix.length];
    float[] window = new float[width];
    for (int f = 0; f < frames; f++) {
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < width; i++) {
          int step = i - width / 2;
          int frame = alongFrames ? mirror(f + step, frames) : f;
          int column = alongFrames ? c : mirror(c + step, columns);
          window[i] = matrix[frame * columns + column];
        }
        Arrays.sort(window);
        out[f * columns + c] = window[width / 2];
      }
    }
    return out;
  }

  private static int mirror(int index, int length) {
    int i = index;
    while (i < 0 || i >= length) {
      i = i < 0 ? -1 - i : 2 * length - 1 - i;
    }
    return i;
  }

  /** Of both signs, with repeated values and zeros. */
  private static float[] values(int length) {
    Random random = new Random(440);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextInt(3) == 0 ? random.nextInt(5) - 2 : (float) random.nextGaussian();
    }
    return values;
  }
}
