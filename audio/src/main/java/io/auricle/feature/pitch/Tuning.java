package io.auricle.feature.pitch;

import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.Spectra;
import io.auricle.feature.Spectrum;

/**
 * How far a recording is tuned from A at 440 Hz, in semitones in [-0.5, 0.5): peaks of the power
 * spectra between 150 and 4000 Hz, interpolated by parabolas (Smith, "Sinusoidal Peak
 * Interpolation"), the louder half of them counted in a histogram of their deviation. As {@code
 * librosa.estimate_tuning(S=power)}. No peaks, as in silence, give 0.
 */
public record Tuning() implements Fact {
  private static final double LOWEST_HZ = 150;
  private static final double HIGHEST_HZ = 4000;

  /** Peaks below this share of their frame's maximum do not count. */
  private static final float PEAK_SHARE = 0.1f;

  /** The tuning of a recording, a multiple of 0.01 semitone. */
  public static double of(Spectrum spectrum) {
    Search search = new Search(spectrum.frameLength() / 2 + 1, spectrum.binHz(1));
    search.add(spectrum.powers(), 0, spectrum.frameCount());
    return search.peaks.tuning();
  }

  @Override
  public Finder finder(Analysis sound) {
    Spectra spectra = sound.layer(Spectra.KEY);
    Search search = new Search(sound.grid().bins(), sound.grid().binHz());
    return new Finder() {
      @Override
      public void accept(FrameBlock block) {
        spectra.load(block);
        search.add(spectra.values(), spectra.from(), block.frames());
      }

      @Override
      public double value() {
        return search.peaks.tuning();
      }
    };
  }

  private static final class Search {
    private final int bins;
    private final double binHz;
    private final TuningPeaks peaks = new TuningPeaks();

    Search(int bins, double binHz) {
      this.bins = bins;
      this.binHz = binHz;
    }

    /** Takes further frames' powers, {@code [frames][bins]}, that begin at {@code from}. */
    void add(float[] powers, int from, int frames) {
      for (int frame = 0; frame < frames; frame++) {
        collect(powers, from + frame * bins);
      }
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
}
