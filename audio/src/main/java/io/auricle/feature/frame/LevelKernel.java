package io.auricle.feature.frame;

import io.auricle.dsp.Decibels;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.Kernel;
import io.auricle.feature.SharedLayer;
import io.auricle.feature.Values;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Gives the values of a layer on the scale of {@link Levels}. */
final class LevelKernel implements Kernel {
  private final Values source;
  private final Levels levels;
  private final List<Fact.Found> peaks;
  private final float[] out;

  /**
   * @param further what else the maximum is among; used by levels in dB
   */
  LevelKernel(
      Analysis sound,
      SharedLayer.Key<? extends Values> key,
      Levels levels,
      List<? extends Fact> further) {
    this.source = sound.layer(key);
    this.levels = levels;
    if (levels.level() == LevelScale.DB) {
      this.out = sound.space().floats(FrameBlock.FRAMES * source.columns());
      this.peaks =
          Stream.concat(Stream.of(Peak.of(key)), further.stream()).map(sound::fact).toList();
    } else {
      this.out = new float[0];
      this.peaks = List.of();
    }
  }

  @Override
  public void accept(FrameBlock block, Target rows) {
    source.load(block);
    if (levels.level() == LevelScale.DB) {
      scale(block.frames() * source.columns());
      rows.add(out, 0, block.frames());
    } else {
      rows.add(source.values(), source.from(), block.frames());
    }
  }

  /**
   * Silence, no power above 1e-10, is the lowest level relative to a maximum, where librosa gives 0
   * dB, which reads as full level.
   */
  private void scale(int count) {
    double highest = peaks.stream().mapToDouble(Fact.Found::value).max().orElse(0);
    boolean relative = levels.referencePower() == 0;
    if (relative && highest <= Decibels.LEAST_POWER) {
      Arrays.fill(out, 0, count, (float) -levels.rangeDb());
      return;
    }
    double shift = Decibels.ofPower(relative ? highest : levels.referencePower());
    float floor = (float) ((float) (Decibels.ofPower(highest) - shift) - levels.rangeDb());
    float[] values = source.values();
    int from = source.from();
    for (int i = 0; i < count; i++) {
      out[i] = Math.max(floor, (float) (Decibels.ofPower(values[from + i]) - shift));
    }
  }
}
