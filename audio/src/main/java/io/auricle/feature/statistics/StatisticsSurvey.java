package io.auricle.feature.statistics;

import io.auricle.dsp.Decibels;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.RealFft;
import io.auricle.feature.FrameBlocks;
import io.auricle.feature.WorkSpace;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.pitch.Tuning;

/**
 * The first look at a sound, for what the features of each of its frames depend on: its tuning and
 * its highest mel level. Used by one call.
 */
final class StatisticsSurvey implements FrameBlocks.Target {
  private final int hopLength;
  private final float[] window;
  private final RealFft fft;
  private final MelFilterBank bank;
  private final Tuning tuning;
  private final float[] power;
  private final float[] mel;
  private float highest;

  StatisticsSurvey(StatisticsLayout layout, WorkSpace space) {
    this.hopLength = layout.hopLength();
    this.window = layout.window();
    this.fft = RealFft.ofLength(layout.frameLength());
    this.bank = layout.melBank();
    this.tuning = new Tuning(layout.sampleRateHz(), layout.frameLength());
    this.power = space.floats(FrameBlocks.FRAMES * fft.bins());
    this.mel = space.floats(FrameBlocks.FRAMES * bank.bands());
  }

  @Override
  public void accept(FrameBlocks.Block block) {
    fft.power(block.samples(), 0, hopLength, window, block.frames(), power);
    measure(power, 0, block.frames(), mel, 0);
  }

  /**
   * Takes frames whose spectra are known; their mel powers go to {@code target} from {@code to}.
   */
  void measure(float[] powers, int from, int frames, float[] target, int to) {
    tuning.add(powers, from, frames);
    bank.apply(powers, from, frames, target, to);
    for (int i = to; i < to + frames * bank.bands(); i++) {
      if (target[i] > highest) {
        highest = target[i];
      }
    }
  }

  /** The tuning in semitones. */
  double tuning() {
    return tuning.estimate();
  }

  /** The lowest mel level kept, in dB. */
  float floorDb() {
    return (float) ((float) Decibels.ofPower(highest) - MelLevels.DEFAULT.rangeDb());
  }
}
