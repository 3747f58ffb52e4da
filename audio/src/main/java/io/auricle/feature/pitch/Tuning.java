package io.auricle.feature.pitch;

import io.auricle.feature.Spectrum;

/**
 * How far a recording is tuned from A at 440 Hz, in semitones in [-0.5, 0.5): peaks of the power
 * spectra between 150 and 4000 Hz, interpolated by parabolas (Smith, "Sinusoidal Peak
 * Interpolation"), the louder half of them counted in a histogram of their deviation. As {@code
 * librosa.estimate_tuning(S=power)}. No peaks, as in silence, give 0.
 */
public final class Tuning {
  private static final double LOWEST_HZ = 150;
  private static final double HIGHEST_HZ = 4000;

  /** Peaks below this share of their frame's maximum do not count. */
  private static final float PEAK_SHARE = 0.1f;

  private final int bins;
  private final double binHz;
  private final TuningPeaks peaks = new TuningPeaks();

  /**
   * A recording before its first frame.
   *
   * @param sampleRateHz rate of the signal
   * @param frameLength samples a frame
   */
  public Tuning(int sampleRateHz, int frameLength) {
    this.bins = frameLength / 2 + 1;
    this.binHz = (double) sampleRateHz / frameLength;
  }

  /** The tuning of a recording, a multiple of 0.01 semitone. */
  public static double of(Spectrum spectrum) {
    Tuning tuning = new Tuning(spectrum.sampleRateHz(), spectrum.frameLength());
    tuning.add(spectrum.powers(), 0, spectrum.frameCount());
    return tuning.estimate();
  }

  /** Takes further frames' powers, {@code [frames][bins]}, that begin at {@code from}. */
  public void add(float[] powers, int from, int frames) {
    for (int frame = 0; frame < frames; frame++) {
      collect(powers, from + frame * bins);
    }
  }

  /** The tuning of what has been added, a multiple of 0.01 semitone. */
  public double estimate() {
    return peaks.tuning();
  }

  private void collect(float[] powers, int at) {
    float highest = 0;
    for (int bin = 0; bin < bins; bin++) {
      if (powers[at + bin] > highest) {
        highest = powers[at + bin];
      }
    }
    float threshold = PEAK_SHARE * highest;
    int first = Math.max(1, (int) Math.ceil(LOWEST_HZ / binHz));
    int end = (int) Math.min(bins - 1, Math.ceil(HIGHEST_HZ / binHz));
    for (int bin = first; bin < end; bin++) {
      float power = powers[at + bin];
      // Neighbours below the threshold count as 0, which changes nothing for a peak above it.
      if (power > threshold && power > powers[at + bin - 1] && power >= powers[at + bin + 1]) {
        addPeak(bin, powers[at + bin - 1], power, powers[at + bin + 1]);
      }
    }
  }

  private void addPeak(int bin, float before, float power, float after) {
    float curvature = after + before - 2 * power;
    float slope = (after - before) / 2;
    float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
    peaks.add((float) ((bin + shift) * binHz), power + 0.5f * slope * shift);
  }
}
