package io.auricle.feature.melstats;

import io.auricle.dsp.fft.RealFft;

/** How fast levels change: the amplitude spectrum over time of band groups, in ranges. */
final class ModulationSpectrum {
  /** Frames a transform. */
  static final int LENGTH = 64;

  static final int RANGES = 6;

  private static final int HOP = LENGTH / 2;
  private static final int[] EDGES = {1, 3, 6, 10, 16, 24, 33};

  /** Keeps the logarithm of nothing finite, well below the amplitude of audible change. */
  private static final double LEAST = 0.01;

  private ModulationSpectrum() {}

  /**
   * The logarithm of the mean amplitude in each range, range by range, group by group: transforms
   * of 64 frames under a symmetric Hann window, overlapping by half and averaged.
   *
   * @param groups {@code [groups][frames]}, at least 64 frames
   */
  static double[] of(double[][] groups) {
    double[] ranges = new double[RANGES * groups.length];
    for (int group = 0; group < groups.length; group++) {
      double[] spectrum = spectrum(groups[group]);
      for (int range = 0; range < RANGES; range++) {
        double sum = 0;
        for (int bin = EDGES[range]; bin < EDGES[range + 1]; bin++) {
          sum += spectrum[bin];
        }
        ranges[range * groups.length + group] =
            Math.log(LEAST + sum / (EDGES[range + 1] - EDGES[range]));
      }
    }
    return ranges;
  }

  private static double[] spectrum(double[] values) {
    double mean = Series.mean(values);
    int count = (values.length - LENGTH) / HOP + 1;
    RealFft fft = RealFft.ofLength(LENGTH);
    float[] frames = new float[count * LENGTH];
    for (int i = 0; i < frames.length; i++) {
      int n = i % LENGTH;
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / (LENGTH - 1));
      frames[i] = (float) (window * (values[i / LENGTH * HOP + n] - mean));
    }
    float[] real = new float[count * fft.bins()];
    float[] imaginary = new float[count * fft.bins()];
    fft.forward(frames, count, real, imaginary);
    double[] spectrum = new double[fft.bins()];
    for (int i = 0; i < real.length; i++) {
      spectrum[i % fft.bins()] += Math.hypot(real[i], imaginary[i]) / count;
    }
    return spectrum;
  }
}
