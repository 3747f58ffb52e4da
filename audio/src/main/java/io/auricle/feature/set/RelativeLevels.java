package io.auricle.feature.set;

import io.auricle.dsp.Decibels;
import java.util.Arrays;

/** Levels relative to the highest one. */
final class RelativeLevels {
  private RelativeLevels() {}

  /**
   * Turns powers into dB in place, 0 at the highest, nothing below the floor. Where no power is
   * above 1e-10 all is floor: librosa gives 0 dB to silence, which reads as full level.
   */
  static void fromPower(float[] values, double floorDb) {
    float highest = 0;
    for (float value : values) {
      highest = Math.max(highest, value);
    }
    fromPower(values, highest, floorDb);
  }

  /** As above with another power for 0 dB, not below any of the values. */
  static void fromPower(float[] values, float highest, double floorDb) {
    if (highest <= Decibels.LEAST_POWER) {
      Arrays.fill(values, (float) floorDb);
    } else {
      Decibels.fromPower(values, highest, Double.POSITIVE_INFINITY);
      // The floor hangs below the given power, also where none of the values reaches it.
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max((float) floorDb, values[i]);
      }
    }
  }
}
