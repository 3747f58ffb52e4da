package io.auricle.feature.frame;

import io.auricle.dsp.Decibels;
import io.auricle.feature.Spectrum;
import java.util.Arrays;

/**
 * The scale of a spectrogram's values.
 *
 * @param level amplitude, power or dB
 * @param referencePower power of 0 dB, or 0 for the signal's maximum, as {@code ref=np.max}
 * @param rangeDb kept range below the highest level, above 0 and finite, as {@code top_db}
 */
public record Levels(LevelScale level, double referencePower, double rangeDb) {
  /** Decibels below the signal's maximum, 80 of them. */
  public static final Levels RELATIVE_DB = new Levels(LevelScale.DB, 0, 80);

  public Levels {
    if (!(referencePower >= 0) || Double.isInfinite(referencePower)) {
      throw new IllegalArgumentException(
          "referencePower=" + referencePower + " must be finite and at least 0");
    }
    if (!(rangeDb > 0) || Double.isInfinite(rangeDb)) {
      throw new IllegalArgumentException("rangeDb=" + rangeDb + " must be finite and above 0");
    }
  }

  /**
   * Brings powers on this scale, in place, if it is that of dB. Silence, no power above 1e-10, is
   * the lowest level relative to a maximum, where librosa gives 0 dB, which reads as full level.
   */
  void scale(float[] powers) {
    if (level != LevelScale.DB) {
      return;
    }
    if (referencePower > 0) {
      Decibels.fromPower(powers, referencePower, rangeDb);
      return;
    }
    float highest = 0;
    for (float power : powers) {
      highest = Math.max(highest, power);
    }
    if (highest <= Decibels.LEAST_POWER) {
      Arrays.fill(powers, (float) -rangeDb);
    } else {
      Decibels.fromPower(powers, highest, rangeDb);
    }
  }

  /** A frame's magnitudes or powers, whichever this scale is made of. */
  void read(Spectrum spectrum, int frame, float[] target) {
    if (level == LevelScale.AMPLITUDE) {
      spectrum.magnitudes(frame, target);
    } else {
      spectrum.powers(frame, target);
    }
  }
}
