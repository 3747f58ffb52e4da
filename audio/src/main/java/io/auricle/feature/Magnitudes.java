package io.auricle.feature;

/** The square roots of the {@link Spectra}; magnitudes below 1e-19 come out as 0. */
public final class Magnitudes extends Values {
  /** Asks for the layer. */
  public static final Key<Magnitudes> KEY = new OfSpectra();

  private final Spectra powers;

  private record OfSpectra() implements Key<Magnitudes> {
    @Override
    public Magnitudes layer(Analysis sound) {
      return new Magnitudes(sound);
    }
  }

  private Magnitudes(Analysis sound) {
    super(sound, sound.grid().bins());
    this.powers = sound.layer(Spectra.KEY);
  }

  @Override
  protected void compute(FrameBlock block, float[] target) {
    powers.load(block);
    Spectrum.magnitudes(powers.values(), powers.from(), block.frames() * columns(), target);
  }
}
