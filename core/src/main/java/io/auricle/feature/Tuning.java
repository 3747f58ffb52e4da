package io.auricle.feature;

import java.util.Arrays;

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

  /** Histogram cells of 0.01 semitone. */
  private static final int CELLS = 100;

  private float[] pitchesHz = new float[1024];
  private float[] heights = new float[1024];
  private int count;

  private Tuning() {}

  /** The tuning of a recording, a multiple of 0.01 semitone. */
  public static double of(Spectrum spectrum) {
    Tuning peaks = new Tuning();
    for (int frame = 0; frame < spectrum.frameCount(); frame++) {
      peaks.collect(spectrum, frame);
    }
    return peaks.estimate();
  }

  private void collect(Spectrum spectrum, int frame) {
    int bins = spectrum.bins();
    float[] powers = spectrum.powers();
    int at = frame * bins;
    float highest = 0;
    for (int bin = 0; bin < bins; bin++) {
      highest = Math.max(highest, powers[at + bin]);
    }
    float threshold = PEAK_SHARE * highest;
    double binHz = spectrum.binHz(1);
    int first = Math.max(1, (int) Math.ceil(LOWEST_HZ / binHz));
    int end = (int) Math.min(bins - 1, Math.ceil(HIGHEST_HZ / binHz));
    for (int bin = first; bin < end; bin++) {
      float power = powers[at + bin];
      // Neighbours below the threshold count as 0, which changes nothing for a peak above it.
      if (power > threshold && power > powers[at + bin - 1] && power >= powers[at + bin + 1]) {
        addPeak(bin, powers[at + bin - 1], power, powers[at + bin + 1], binHz);
      }
    }
  }

  private void addPeak(int bin, float before, float power, float after, double binHz) {
    float curvature = after + before - 2 * power;
    float slope = (after - before) / 2;
    float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
    if (count == heights.length) {
      pitchesHz = Arrays.copyOf(pitchesHz, 2 * count);
      heights = Arrays.copyOf(heights, 2 * count);
    }
    pitchesHz[count] = (float) ((bin + shift) * binHz);
    heights[count] = power + 0.5f * slope * shift;
    count++;
  }

  private double estimate() {
    if (count == 0) {
      return 0;
    }
    float[] sorted = Arrays.copyOf(heights, count);
    Arrays.sort(sorted);
    float median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    int[] histogram = new int[CELLS];
    for (int i = 0; i < count; i++) {
      if (heights[i] >= median) {
        histogram[cell(pitchesHz[i])]++;
      }
    }
    int fullest = 0;
    for (int cell = 1; cell < CELLS; cell++) {
      if (histogram[cell] > histogram[fullest]) {
        fullest = cell;
      }
    }
    return (double) fullest / CELLS - 0.5;
  }

  private static int cell(float hz) {
    double semitones = 12 * Math.log(hz / 27.5) / Math.log(2);
    double residual = semitones - Math.floor(semitones + 0.5);
    return (int) Math.min(CELLS - 1, Math.max(0, Math.floor((residual + 0.5) * CELLS)));
  }
}
