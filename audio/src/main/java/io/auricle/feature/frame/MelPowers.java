package io.auricle.feature.frame;

import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelScale;
import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.SharedLayer;
import io.auricle.feature.Spectra;
import io.auricle.feature.Values;

/** The mel spectrogram, {@code [frames][bands]}: sums of powers, or of magnitudes. */
final class MelPowers extends Values {
  private final MelFilterBank bank;
  private final Values spectra;

  /**
   * Asks for the layer.
   *
   * @param amplitude whether bands are sums of magnitudes
   */
  record Bands(int bands, MelScale scale, boolean normalised, boolean amplitude)
      implements SharedLayer.Key<MelPowers> {
    @Override
    public MelPowers layer(Analysis sound) {
      return new MelPowers(sound, this);
    }
  }

  private MelPowers(Analysis sound, Bands mel) {
    super(sound, mel.bands);
    FrameGrid grid = sound.grid();
    MelFilterBank.Layout layout =
        new MelFilterBank.Layout(grid.sampleRateHz(), mel.bands, mel.scale, mel.normalised);
    this.bank =
        sound
            .space()
            .buffer(MelFilterBank.class, () -> MelFilterBank.of(grid.frameLength(), layout));
    this.spectra = mel.amplitude ? sound.layer(Magnitudes.KEY) : sound.layer(Spectra.KEY);
  }

  @Override
  protected void compute(FrameBlock block, float[] target) {
    spectra.load(block);
    bank.apply(spectra.values(), spectra.from(), block.frames(), target, 0);
  }
}
