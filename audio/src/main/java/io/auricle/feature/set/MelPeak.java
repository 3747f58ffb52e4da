package io.auricle.feature.set;

import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.Stft;
import java.util.Arrays;

/**
 * The highest power of a mel spectrogram, without the whole of it. Frames are taken by their
 * energy, the highest first, and once no remaining frame's energy suffices, even if one band had
 * all of it, the maximum is known: to the last bit that of all frames.
 */
final class MelPeak {
  /** More than energies in single precision may be wrong by. */
  private static final double ROUNDING = 1.001;

  private MelPeak() {}

  /**
   * The highest power among the frames at {@link MelOptions#referenceHopLength()}, or {@code known}
   * if that is higher.
   */
  static float of(float[] samples, MelOptions options, MelFilterBank bank, float known) {
    Stft stft = Stft.of(options.frameLength(), options.referenceHopLength());
    float[] energy = new float[stft.frameCount(samples.length)];
    stft.energy(samples, 0, energy.length, energy);
    // A band leaves out the first and the last bin, so its power is at most this times the energy.
    double most = ROUNDING * bank.highestWeight() * options.frameLength() / 2;
    long[] order = byEnergy(energy);
    float[] power = new float[stft.bins()];
    float[] mel = new float[bank.bands()];
    float highest = known;
    for (int i = order.length - 1; i >= 0; i--) {
      int frame = (int) order[i];
      if (most * energy[frame] <= highest) {
        break;
      }
      stft.power(samples, frame, 1, power);
      bank.apply(power, 1, mel, 0);
      for (float band : mel) {
        highest = Math.max(highest, band);
      }
    }
    return highest;
  }

  /**
   * Frames in the low halves, the lowest energy first: floats at or above 0 order as their bits.
   */
  private static long[] byEnergy(float[] energy) {
    long[] order = new long[energy.length];
    for (int frame = 0; frame < order.length; frame++) {
      order[frame] = (long) Float.floatToIntBits(energy[frame]) << 32 | frame;
    }
    Arrays.sort(order);
    return order;
  }
}
