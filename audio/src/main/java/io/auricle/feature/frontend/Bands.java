package io.auricle.feature.frontend;

import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelFilterBank.Sides;
import io.auricle.dsp.MelScale;
import io.auricle.feature.MelSums;

/**
 * The mel bands, and what they are sums of.
 *
 * @param bands how many
 * @param scale on which they are evenly spaced. Kaldi's {@code 1127 ln(1 + f/700)} is HTK's
 * @param sides where the triangles' sides are straight
 * @param normalised whether each triangle's area over Hz is 1, else its peak
 * @param lowHz where the first begins
 * @param highHz where the last ends
 * @param power whether bands are sums of squared magnitudes, else of magnitudes
 */
public record Bands(
    int bands,
    MelScale scale,
    Sides sides,
    boolean normalised,
    double lowHz,
    double highHz,
    boolean power) {
  /** The filters for a rate. */
  MelFilterBank.Layout layout(int sampleRateHz) {
    return new MelFilterBank.Layout(sampleRateHz, bands, scale, normalised, sides, lowHz, highHz);
  }

  /** Their sums at a rate. */
  MelSums.Key sums(int sampleRateHz) {
    return new MelSums.Key(layout(sampleRateHz), power);
  }
}
