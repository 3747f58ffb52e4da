package io.auricle.feature;

import java.util.Arrays;

/** The {@link OnsetStrength} of levels that come in block by block. Used by one call. */
final class OnsetSeries {
  private final OnsetStrength strength;
  private final int bands;
  private final int shift;
  private final float[] before;
  private final float[] rises;
  private float[] values = new float[1024];
  private int frames;

  OnsetSeries(OnsetStrength strength, int bands, int shift) {
    this.strength = strength;
    this.bands = bands;
    this.shift = shift;
    this.before = new float[bands];
    this.rises = new float[bands];
  }

  /** Adds frames, {@code [count][bands]} in dB. */
  void add(float[] levels, int count) {
    if (frames + count > values.length) {
      values = Arrays.copyOf(values, Math.max(frames + count, values.length * 3 / 2));
    }
    for (int frame = 0; frame < count; frame++) {
      int at = frame * bands;
      if (frames > 0) {
        for (int band = 0; band < bands; band++) {
          rises[band] = Math.max(0, levels[at + band] - before[band]);
        }
        values[frames] = strength.ofRises(rises);
      }
      System.arraycopy(levels, at, before, 0, bands);
      frames++;
    }
  }

  /** {@code [frames][1]}, delayed by the shift. */
  FeatureMatrix strength() {
    float[] delayed = new float[frames];
    if (frames > shift) {
      System.arraycopy(values, 0, delayed, shift, frames - shift);
    }
    return FeatureMatrix.wrap(frames, 1, delayed);
  }
}
