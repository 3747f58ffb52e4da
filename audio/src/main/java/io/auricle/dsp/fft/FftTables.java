package io.auricle.dsp.fft;

/**
 * Sines and cosines of a real transform over {@link FftKernel#LANES} lanes: lane {@code l} takes
 * the samples {@code l, l + 8, l + 16, ...}, two at a time as one complex number.
 */
final class FftTables {
  /** Complex points of a lane. */
  final int half;

  /** Per radix-4 pass what {@link FftKernel#radix4} asks for. */
  final float[][] passes;

  final float[] unpack;
  final float[] turns;

  FftTables(int length) {
    half = length / FftKernel.BLOCK;
    passes = new float[Integer.numberOfTrailingZeros(half) / 2][];
    int points = half;
    for (int pass = 0; pass < passes.length; pass++, points /= 4) {
      float[] table = new float[6 * (points / 4)];
      for (int i = 0; i < table.length / 2; i++) {
        turn(table, 2 * i, 1, (long) (i / 3) * (i % 3 + 1), points, 1);
      }
      passes[pass] = table;
    }
    unpack = new float[2 * (half / 2 + 1)];
    for (int k = 0; k <= half / 2; k++) {
      turn(unpack, 2 * k, 1, k, 2 * half, 1);
    }
    turns = new float[FftKernel.BLOCK * (half + 1)];
    for (int k = 0; k <= half; k++) {
      for (int l = 0; l < FftKernel.LANES; l++) {
        // Halved, as the unpacking leaves doubled values.
        turn(turns, FftKernel.BLOCK * k + l, FftKernel.LANES, (long) l * k, length, 0.5);
      }
    }
  }

  /** Stores {@code scale exp(-2 pi i numerator / points)}. */
  private static void turn(
      float[] table, int at, int step, long numerator, int points, double scale) {
    double angle = -2 * Math.PI * numerator / points;
    table[at] = (float) (scale * Math.cos(angle));
    table[at + step] = (float) (scale * Math.sin(angle));
  }
}
