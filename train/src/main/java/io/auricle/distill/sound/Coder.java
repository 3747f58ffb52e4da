package io.auricle.distill.sound;

import io.auricle.dsp.fft.Istft;
import io.auricle.dsp.fft.Stft;

/**
 * What a coder at a low bit rate leaves of a sound, roughly: the magnitudes of each band of a
 * spectrum are rounded to steps in proportion to the band's own strength, coarser the higher the
 * band, and bands far below the strongest one are dropped. So quiet partials vanish and come back
 * from frame to frame, as they do in MP3 at 32 kbit/s.
 */
final class Coder {
  private static final int FRAME = 1024;
  private static final int HOP = FRAME / 2;

  /** A band begins an eighth above the one below it, and has four bins at least. */
  private static final double BAND_RATIO = 1.125;

  private static final int NARROWEST = 4;

  /** A highest band has steps so much coarser than the lowest. */
  private static final double COARSER = 3;

  /** Strength below that of the strongest band at which a band is dropped, at roughness 1. */
  private static final double DROPPED = 1e-3;

  private final double roughness;

  /**
   * @param roughness of a lowest band: its step as a multiple of the root mean square of its bins
   */
  Coder(double roughness) {
    this.roughness = roughness;
  }

  /** The samples after coding, as many as before. */
  float[] apply(float[] samples) {
    Stft stft = Stft.of(FRAME, HOP);
    int bins = stft.bins();
    int count = stft.frameCount(samples.length);
    float[] real = new float[count * bins];
    float[] imaginary = new float[count * bins];
    stft.forward(samples, 0, count, real, imaginary);
    float[] gains = new float[count * bins];
    for (int frame = 0; frame < count; frame++) {
      code(real, imaginary, gains, frame * bins, bins);
    }
    return Istft.of(FRAME, HOP).restore(real, imaginary, gains, count, samples.length);
  }

  private void code(float[] real, float[] imaginary, float[] gains, int at, int bins) {
    double strongest = 0;
    for (int from = 0; from < bins; from = end(from, bins)) {
      strongest = Math.max(strongest, rms(real, imaginary, at + from, at + end(from, bins)));
    }
    for (int from = 0; from < bins; from = end(from, bins)) {
      int to = end(from, bins);
      double strength = rms(real, imaginary, at + from, at + to);
      if (strength <= strongest * DROPPED * roughness) {
        continue;
      }
      double step = strength * roughness * (1 + (COARSER - 1) * from / bins);
      for (int bin = at + from; bin < at + to; bin++) {
        double magnitude = Math.hypot(real[bin], imaginary[bin]);
        gains[bin] = magnitude == 0 ? 0 : (float) (Math.rint(magnitude / step) * step / magnitude);
      }
    }
  }

  private static int end(int from, int bins) {
    return Math.min(bins, Math.max(from + NARROWEST, (int) (from * BAND_RATIO)));
  }

  private static double rms(float[] real, float[] imaginary, int from, int to) {
    double sum = 0;
    for (int bin = from; bin < to; bin++) {
      sum += (double) real[bin] * real[bin] + (double) imaginary[bin] * imaginary[bin];
    }
    return Math.sqrt(sum / (to - from));
  }
}
