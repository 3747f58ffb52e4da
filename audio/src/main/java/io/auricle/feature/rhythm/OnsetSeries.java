package io.auricle.feature.rhythm;

import io.auricle.feature.FeatureMatrix;
import java.util.Arrays;

/** The {@link OnsetStrength} of levels that come in block by block. Used by one call. */
public final class OnsetSeries {
  private final OnsetStrength strength;
  private final int bands;
  private final int shift;
  private final float[] before;
  private final float[] rises;
  private float[] values = new float[1024];
  private int frames;

  /**
   * A series before its first frame.
   *
   * @param bands columns of the levels
   * @param shift frames by which values are delayed
   */
  public OnsetSeries(OnsetStrength strength, int bands, int shift) {
    this.strength = strength;
    this.bands = bands;
    this.shift = shift;
    this.before = new float[bands];
    this.rises = new float[bands];
  }

  /** Adds frames, {@code [count][bands]} in dB. */
  public void add(float[] levels, int count) {
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
  public FeatureMatrix strength() {
    float[] delayed = new float[frames];
    if (frames > shift) {
      System.arraycopy(values, 0, delayed, shift, frames - shift);
    }
    return FeatureMatrix.wrap(frames, 1, delayed);
  }
}
