package io.auricle.library.sound;

import io.auricle.dsp.fft.RealFft;
import io.auricle.dsp.fft.Window;

/**
 * How strongly something begins at each hundredth of a second: the rise of the logarithms of bands
 * as wide as the ear's, falls counting as 0 (as Böck and Widmer 2013, without their vibrato
 * filter), less its mean over {@value #AROUND_SECONDS} s to both sides.
 */
final class SongOnsets {
  /** Values a second. */
  static final int RATE = 100;

  static final double AROUND_SECONDS = 0.4;

  private static final int BANDS = 36;
  private static final double LOW_HZ = 40;
  private static final double HIGH_HZ = 10_000;

  /** What is added to the power before the logarithm, of its mean. */
  private static final double FLOOR = 0.01;

  private static final int BLOCK = 64;

  private final int hop;
  private final RealFft fft;
  private final float[] window;
  private final int[] edges;

  SongOnsets(int sampleRateHz) {
    this.hop = Math.max(1, Math.round((float) sampleRateHz / RATE));
    int length = Math.max(256, Integer.highestOneBit((int) (0.04 * sampleRateHz)));
    this.fft = RealFft.ofLength(length);
    this.window = Window.HANN.weights(length);
    this.edges = edges(sampleRateHz, length);
  }

  /** The first bin of each band and the one behind the last, at least one bin a band. */
  private static int[] edges(int sampleRateHz, int length) {
    double top = Math.min(HIGH_HZ, 0.48 * sampleRateHz);
    int[] edges = new int[BANDS + 1];
    for (int band = 0; band <= BANDS; band++) {
      double mel = mel(LOW_HZ) + (mel(top) - mel(LOW_HZ)) * band / BANDS;
      int bin = (int) Math.round(700 * (Math.exp(mel) - 1) * length / sampleRateHz);
      edges[band] = band == 0 ? Math.max(1, bin) : Math.max(edges[band - 1] + 1, bin);
    }
    return edges;
  }

  private static double mel(double hz) {
    return Math.log1p(hz / 700);
  }

  /** The strengths of a sound; none if it is shorter than two frames. */
  double[] of(float[] samples, int length) {
    int frames = length < fft.length() ? 0 : (length - fft.length()) / hop + 1;
    float[] levels = new float[frames * BANDS];
    float[] power = new float[BLOCK * fft.bins()];
    double sum = 0;
    for (int first = 0; first < frames; first += BLOCK) {
      int count = Math.min(BLOCK, frames - first);
      fft.power(samples, first * hop, hop, window, count, power);
      for (int frame = 0; frame < count; frame++) {
        sum += bands(power, frame * fft.bins(), levels, (first + frame) * BANDS);
      }
    }
    double floor = FLOOR * sum / Math.max(1, levels.length);
    if (frames < 2 || !(floor > 0)) {
      return new double[0];
    }
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (float) Math.log(levels[i] + floor);
    }
    double[] rises = new double[frames];
    for (int frame = 1; frame < frames; frame++) {
      double rise = 0;
      for (int band = 0; band < BANDS; band++) {
        int at = frame * BANDS + band;
        rise += Math.max(0, levels[at] - levels[at - BANDS]);
      }
      rises[frame] = rise / BANDS;
    }
    rises[0] = rises[1];
    return above(rises);
  }

  private double bands(float[] power, int from, float[] levels, int at) {
    double sum = 0;
    for (int band = 0; band < BANDS; band++) {
      float level = 0;
      int end = Math.min(edges[band + 1], fft.bins());
      for (int bin = edges[band]; bin < end; bin++) {
        level += power[from + bin];
      }
      levels[at + band] = level;
      sum += level;
    }
    return sum;
  }

  /** What stands above the mean of its surroundings. */
  private static double[] above(double[] rises) {
    int around = (int) Math.round(AROUND_SECONDS * RATE);
    double[] sums = new double[rises.length + 1];
    for (int i = 0; i < rises.length; i++) {
      sums[i + 1] = sums[i] + rises[i];
    }
    double[] above = new double[rises.length];
    for (int i = 0; i < rises.length; i++) {
      int from = Math.max(0, i - around);
      int to = Math.min(rises.length, i + around + 1);
      above[i] = Math.max(0, rises[i] - (sums[to] - sums[from]) / (to - from));
    }
    return above;
  }
}
