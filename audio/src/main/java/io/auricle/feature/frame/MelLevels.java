package io.auricle.feature.frame;

import io.auricle.dsp.Decibels;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelScale;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.MelSums;
import io.auricle.feature.SharedLayer;
import io.auricle.feature.Spectrum;
import io.auricle.feature.Values;

/**
 * The mel spectrogram in dB relative to a power of 1, nothing lower than a range below the highest
 * level, {@code [frames][bands]}: what MFCC and onset strength are made of. As {@code
 * librosa.power_to_db(librosa.feature.melspectrogram(S=power))}.
 *
 * @param bands number of mel bands, at least 1
 * @param scale on which the bands are evenly spaced
 * @param normalised whether each filter's area over Hz is 1, else its peak
 * @param rangeDb kept range below the highest level, above 0; librosa's default is 80
 */
public record MelLevels(int bands, MelScale scale, boolean normalised, double rangeDb)
    implements SharedLayer.Key<MelLevels.Floored> {
  /** librosa's defaults: 128 bands, 80 dB. */
  public static final MelLevels DEFAULT = new MelLevels(128, 80);

  public MelLevels {
    if (bands < 1) {
      throw new IllegalArgumentException("bands=" + bands + " must be at least 1");
    }
    if (!(rangeDb > 0)) {
      throw new IllegalArgumentException("rangeDb=" + rangeDb + " must be above 0");
    }
  }

  /** Slaney's scale and area, librosa's default. */
  public MelLevels(int bands, double rangeDb) {
    this(bands, MelScale.SLANEY, true, rangeDb);
  }

  @Override
  public Floored layer(Analysis sound) {
    return new Floored(sound, this);
  }

  /** The levels of known spectra, {@code [frames][bands]}. */
  public FeatureMatrix of(Spectrum spectrum) {
    Levels absolute = new Levels(LevelScale.DB, 1, rangeDb);
    return new MelSpectrogram(bands, scale, normalised, absolute).of(spectrum);
  }

  /** The levels of a block. */
  public static final class Floored extends Values {
    private final Values powers;
    private final Fact.Found peak;
    private final double rangeDb;

    private Floored(Analysis sound, MelLevels options) {
      super(sound, options.bands);
      MelSums.Key key =
          new MelSums.Key(
              new MelFilterBank.Layout(
                  sound.grid().sampleRateHz(), options.bands, options.scale, options.normalised),
              true);
      this.powers = sound.layer(key);
      this.peak = sound.fact(Peak.of(key));
      this.rangeDb = options.rangeDb;
    }

    @Override
    protected void compute(FrameBlock block, float[] target) {
      powers.load(block);
      int count = block.frames() * columns();
      System.arraycopy(powers.values(), powers.from(), target, 0, count);
      float floor = (float) ((float) Decibels.ofPower(peak.value()) - rangeDb);
      Decibels.flooredFromPower(target, count, floor);
    }
  }
}
