package io.auricle.feature.frame;

/**
 * The scale of a spectrogram's values.
 *
 * @param level amplitude, power or dB
 * @param referencePower power of 0 dB, or 0 for the signal's maximum, as {@code ref=np.max}
 * @param rangeDb kept range below the highest level, above 0 and finite, as {@code top_db}
 */
public record Levels(LevelScale level, double referencePower, double rangeDb) {
  /** Magnitudes as they are. */
  public static final Levels AMPLITUDE = new Levels(LevelScale.AMPLITUDE, 0, 80);

  /** Powers as they are. */
  public static final Levels POWER = new Levels(LevelScale.POWER, 0, 80);

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
}
