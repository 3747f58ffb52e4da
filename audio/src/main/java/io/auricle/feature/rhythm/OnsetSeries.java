package io.auricle.feature.rhythm;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Values;
import io.auricle.feature.frame.MelLevels;

/** The {@link OnsetStrength} of a block's frames, {@code [frames][1]}. */
public final class OnsetSeries extends Values {
  private final OnsetStrength strength;
  private final MelLevels.Floored levels;
  private final float[] before;
  private final float[] rises;

  /** Strengths that stand as many frames later as there are here. */
  private final float[] delayed;

  private long frames;

  OnsetSeries(Analysis sound, OnsetStrength strength) {
    super(sound, 1);
    FrameGrid grid = sound.grid();
    this.strength = strength;
    this.levels = sound.layer(MelLevels.DEFAULT);
    this.before = new float[levels.columns()];
    this.rises = new float[levels.columns()];
    this.delayed = new float[grid.frameLength() / (2 * grid.hopLength())];
  }

  @Override
  protected void compute(FrameBlock block, float[] target) {
    levels.load(block);
    float[] values = levels.values();
    int bands = before.length;
    for (int frame = 0; frame < block.frames(); frame++) {
      int at = levels.from() + frame * bands;
      float value = 0;
      if (frames > 0) {
        for (int band = 0; band < bands; band++) {
          rises[band] = Math.max(0, values[at + band] - before[band]);
        }
        value = strength.ofRises(rises);
      }
      System.arraycopy(values, at, before, 0, bands);
      target[frame] = delay(value);
      frames++;
    }
  }

  private float delay(float value) {
    if (delayed.length == 0) {
      return value;
    }
    int place = (int) (frames % delayed.length);
    float due = delayed[place];
    delayed[place] = value;
    return due;
  }
}
