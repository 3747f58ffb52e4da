package io.auricle.feature;

import io.auricle.dsp.MelFilterBank;

/** What lies under the triangles of a mel filter bank, {@code [frames][bands]}. */
public final class MelSums extends Values {
  private final MelFilterBank bank;
  private final Values spectra;

  /**
   * Asks for the layer.
   *
   * @param filters at the rate of the sound
   * @param power whether sums are of squared magnitudes, else of magnitudes
   */
  public record Key(MelFilterBank.Layout filters, boolean power)
      implements SharedLayer.Key<MelSums> {
    @Override
    public MelSums layer(Analysis sound) {
      return new MelSums(sound, this);
    }
  }

  private MelSums(Analysis sound, Key key) {
    super(sound, key.filters.bands());
    this.bank =
        sound
            .space()
            .buffer(
                MelFilterBank.class,
                () -> MelFilterBank.of(sound.grid().frameLength(), key.filters));
    this.spectra = key.power ? sound.layer(Spectra.KEY) : sound.layer(Magnitudes.KEY);
  }

  @Override
  protected void compute(FrameBlock block, float[] target) {
    spectra.load(block);
    bank.apply(spectra.values(), spectra.from(), block.frames(), target, 0);
  }
}
