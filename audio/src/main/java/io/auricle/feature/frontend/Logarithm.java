package io.auricle.feature.frontend;

import io.auricle.dsp.Decibels;

/**
 * From the sum of a band to its value: {@code multiplier * log(max(floor, factor * x + offset)) +
 * shift}.
 *
 * @param base of the logarithm
 * @param factor of the sum, above 0
 * @param offset added to it, 0 or more
 * @param floor least number whose logarithm is taken; this or the offset at least 1e-10
 * @param multiplier of the logarithm
 * @param shift added at last
 */
public record Logarithm(
    Base base, double factor, double offset, double floor, double multiplier, double shift) {
  /** Bases of logarithms. */
  public enum Base {
    E,
    TEN
  }

  private static final double NEPER_PER_DB = Math.log(10) / 10;

  public Logarithm {
    if (!(factor > 0 && Double.isFinite(factor))) {
      throw new IllegalArgumentException("factor=" + factor + " must be above 0");
    }
    if (!(offset >= 0 && Double.isFinite(offset))) {
      throw new IllegalArgumentException("offset=" + offset + " must be 0 or more");
    }
    if (!(Math.max(floor, offset) >= Decibels.LEAST_POWER && Double.isFinite(floor))) {
      throw new IllegalArgumentException(
          "floor=%s or offset=%s must be at least %s, so that silence has a logarithm"
              .formatted(floor, offset, Decibels.LEAST_POWER));
    }
    if (!Double.isFinite(multiplier) || multiplier == 0) {
      throw new IllegalArgumentException("multiplier=" + multiplier + " must be another than 0");
    }
    if (!Double.isFinite(shift)) {
      throw new IllegalArgumentException("shift=" + shift + " must be finite");
    }
  }

  /**
   * The values of sums.
   *
   * @param gain what sums are multiplied by before
   */
  void apply(float[] sums, int from, int count, double gain, float[] values) {
    double slope = factor * gain;
    double scale = multiplier * (base == Base.E ? NEPER_PER_DB : 0.1);
    for (int i = 0; i < count; i++) {
      double x = Math.max(floor, slope * sums[from + i] + offset);
      values[i] = (float) (scale * Decibels.ofPower(x) + shift);
    }
  }
}
