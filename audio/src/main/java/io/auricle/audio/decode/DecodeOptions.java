package io.auricle.audio.decode;

import io.auricle.audio.DecodeLimits;
import io.auricle.audio.pcm.PcmFormat;

/**
 * What a decoder gives and what it may cost.
 *
 * @param sampleRateHz the rate that every file is resampled to, in Hz
 * @param limits what one file may cost
 */
public record DecodeOptions(int sampleRateHz, DecodeLimits limits) {
  /**
   * @throws IllegalArgumentException if the rate is outside [1000, 768000] Hz
   */
  public DecodeOptions {
    checkRate(sampleRateHz);
  }

  static void checkRate(int sampleRateHz) {
    if (sampleRateHz < PcmFormat.MIN_RATE_HZ || sampleRateHz > PcmFormat.MAX_RATE_HZ) {
      throw new IllegalArgumentException(
          "sampleRateHz="
              + sampleRateHz
              + " must be in ["
              + PcmFormat.MIN_RATE_HZ
              + ", "
              + PcmFormat.MAX_RATE_HZ
              + "]");
    }
  }

  /** The given rate and the default limits. */
  public static DecodeOptions at(int sampleRateHz) {
    return new DecodeOptions(sampleRateHz, DecodeLimits.DEFAULT);
  }
}
