package io.auricle.feature.set;

import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.fft.RealFft;
import io.auricle.dsp.fft.Stft;
import io.auricle.dsp.fft.Window;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameGrid;
import java.util.Arrays;

/**
 * The highest power of a mel spectrogram of a shorter hop, without the whole of it. Of each block
 * frames are taken by their energy, the highest first, and once no remaining frame's energy
 * suffices, even if one band had all of it, the maximum is known: to the last bit that of all
 * frames.
 *
 * @param bands of the spectrogram, Slaney's
 * @param hopLength samples between the frames looked at
 */
record MelPeak(int bands, int hopLength) implements Fact {
  /** More than energies in single precision may be wrong by. */
  private static final double ROUNDING = 1.001;

  @Override
  public FrameGrid grid(FrameGrid ofFeatures) {
    return FrameGrid.centred(ofFeatures.sampleRateHz(), ofFeatures.frameLength(), hopLength);
  }

  @Override
  public Finder finder(Analysis sound) {
    sound.needSamples();
    FrameGrid grid = sound.grid();
    return sound.space().buffer(Loudest.class, () -> new Loudest(grid, bands)).restart();
  }

  private static final class Loudest implements Finder {
    private final int frameLength;
    private final int hopLength;
    private final MelFilterBank bank;
    private final double most;
    private final RealFft fft;
    private final float[] window;
    private final float[] energy = new float[FrameBlock.FRAMES];
    private final float[] power;
    private final float[] mel;
    private float highest;

    Loudest(FrameGrid grid, int bands) {
      this.frameLength = grid.frameLength();
      this.hopLength = grid.hopLength();
      this.bank = MelFilterBank.slaney(grid.sampleRateHz(), frameLength, bands);
      // A band leaves out the first and the last bin, so its power is at most this times the
      // energy.
      this.most = ROUNDING * bank.highestWeight() * frameLength / 2;
      this.fft = RealFft.ofLength(frameLength);
      this.window = Window.HANN.weights(frameLength);
      this.power = new float[fft.bins()];
      this.mel = new float[bands];
    }

    Loudest restart() {
      highest = 0;
      return this;
    }

    @Override
    public void accept(FrameBlock block) {
      int frames = block.frames();
      Stft.energy(block.samples(), hopLength, window, frames, energy);
      long[] order = byEnergy(frames);
      for (int i = frames - 1; i >= 0; i--) {
        int frame = (int) order[i];
        if (most * energy[frame] <= highest) {
          break;
        }
        fft.power(block.samples(), frame * hopLength, hopLength, window, 1, power);
        bank.apply(power, 1, mel, 0);
        for (float band : mel) {
          highest = Math.max(highest, band);
        }
      }
    }

    /**
     * Frames in the low halves, the lowest energy first: floats at or above 0 order as their bits.
     */
    private long[] byEnergy(int frames) {
      long[] order = new long[frames];
      for (int frame = 0; frame < frames; frame++) {
        order[frame] = (long) Float.floatToIntBits(energy[frame]) << 32 | frame;
      }
      Arrays.sort(order);
      return order;
    }

    @Override
    public double value() {
      return highest;
    }
  }
}
