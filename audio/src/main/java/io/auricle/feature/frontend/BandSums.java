package io.auricle.feature.frontend;

import io.auricle.dsp.MelFilterBank;
import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Spectra;
import io.auricle.feature.Spectrum;
import io.auricle.feature.Values;

/** The sums of the bands, {@code [frames][bands]}. */
final class BandSums extends Values {
  private final Spectra spectra;
  private final MelFilterBank bank;
  private final boolean power;
  private final int bins;
  private final float[] magnitudes;

  BandSums(Analysis sound, Bands mel) {
    super(sound, mel.bands());
    FrameGrid grid = sound.grid();
    this.spectra = sound.layer(Spectra.KEY);
    this.bank =
        sound
            .space()
            .buffer(
                MelFilterBank.class,
                () -> MelFilterBank.of(grid.frameLength(), mel.layout(grid.sampleRateHz())));
    this.power = mel.power();
    this.bins = grid.bins();
    this.magnitudes = sound.space().floats(power ? 0 : FrameBlock.FRAMES * bins);
  }

  @Override
  protected void compute(FrameBlock block, float[] target) {
    spectra.load(block);
    int frames = block.frames();
    if (power) {
      bank.apply(spectra.values(), spectra.from(), frames, target, 0);
    } else {
      Spectrum.magnitudes(spectra.values(), spectra.from(), frames * bins, magnitudes);
      bank.apply(magnitudes, frames, target, 0);
    }
  }
}
