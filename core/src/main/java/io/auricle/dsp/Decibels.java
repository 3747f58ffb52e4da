package io.auricle.dsp;

/** Power in decibels, as {@code librosa.power_to_db}. */
public final class Decibels {
  /** Power below this counts as this, so that silence has a logarithm. */
  public static final double LEAST_POWER = 1e-10;

  private Decibels() {}

  /** The level of a power: {@code 10 log10(max(1e-10, power))}. */
  public static double ofPower(double power) {
    return 10 * Math.log10(Math.max(LEAST_POWER, power));
  }

  /**
   * Turns powers into levels in place: {@code 10 log10(max(1e-10, power) / max(1e-10, reference))},
   * nothing lower than {@code rangeDb} below the highest level.
   *
   * @param values powers, replaced by dB
   * @param reference power of 0 dB
   * @param rangeDb kept range below the highest level, at least 0; infinite to keep all
   */
  public static void fromPower(float[] values, double reference, double rangeDb) {
    double shift = ofPower(reference);
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (ofPower(values[i]) - shift);
      highest = Math.max(highest, values[i]);
    }
    float floor = (float) (highest - rangeDb);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(floor, values[i]);
    }
  }
}
