package io.auricle.predict;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a track is one steady sound, such as a test tone, hum or noise: nothing that a model of
 * music was ever asked about, so whatever it answers is chance. Not thread-safe: one a track.
 *
 * <p>The track is cut into windows of about a fifth of a second. In each the energy is measured, of
 * the samples less their mean and of their differences, which weigh high frequencies more. Of a
 * steady sound both stay what they are, in the mean distance from their median as a share of it.
 * Chance alone makes that .02 of both for white noise and less than .01 for a tone; the energy of
 * pink or brown noise, which lies in a few low bins, wanders by up to .15, its differences by .02.
 */
final class SteadySound {
  /**
   * Of differences. White noise of an AAC encoder lies at .051, the steadiest of 1,124 recordings
   * of music, a piece of rock of three seconds, at .068, longer ones above .12.
   */
  static final double STEADY = 0.055;

  /** Of the energy itself: above that of noise of any colour. */
  private static final double LOUDNESS = 0.2;

  /** With more windows that are quiet than this share there is no music but for moments. */
  private static final double SILENT = 0.9;

  /** Quieter than one step of 16 bits. */
  private static final double QUIET = 0x1p-30;

  /** What lies at the edges, such as the ringing of a codec, is left out. */
  private static final int EDGE_WINDOWS = 1;

  private static final int WINDOWS_A_SECOND = 5;
  private static final int MIN_WINDOWS = 2;

  private final float[] window;
  private double[] levels = new double[64];
  private double[] edges = new double[64];
  private int filled;
  private int count;

  SteadySound(int sampleRateHz) {
    this.window = new float[Math.max(2, sampleRateHz / WINDOWS_A_SECOND)];
  }

  /** Takes the next samples. */
  void push(float[] samples, int length) {
    for (int from = 0; from < length; ) {
      int n = Math.min(length - from, window.length - filled);
      System.arraycopy(samples, from, window, filled, n);
      filled += n;
      from += n;
      if (filled == window.length) {
        measure();
        filled = 0;
      }
    }
  }

  /** What to say of it if nothing but a steady sound came; complete at the end of the track. */
  Optional<String> warning() {
    int from = EDGE_WINDOWS;
    int to = count - EDGE_WINDOWS;
    if (to - from < MIN_WINDOWS) {
      return Optional.empty();
    }
    double[] inner = Arrays.copyOfRange(levels, from, to);
    if (Arrays.stream(inner).filter(level -> level <= QUIET).count() > SILENT * inner.length) {
      return Optional.of("no music: silence but for a moment");
    }
    boolean steady =
        spread(inner) < LOUDNESS && spread(Arrays.copyOfRange(edges, from, to)) < STEADY;
    return steady
        ? Optional.of("no music: one steady sound such as a tone, hum or noise from start to end")
        : Optional.empty();
  }

  private void measure() {
    double sum = 0;
    double square = 0;
    double difference = 0;
    float before = window[0];
    for (float x : window) {
      sum += x;
      square += (double) x * x;
      double step = x - before;
      difference += step * step;
      before = x;
    }
    if (count == levels.length) {
      levels = Arrays.copyOf(levels, 2 * count);
      edges = Arrays.copyOf(edges, 2 * count);
    }
    levels[count] = Math.max(0, square - sum * sum / window.length) / window.length;
    edges[count] = difference / window.length;
    count++;
  }

  /** The mean distance from the median, as a share of it. */
  private static double spread(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value - median);
    }
    return sum / values.length / Math.max(median, Double.MIN_NORMAL);
  }
}
