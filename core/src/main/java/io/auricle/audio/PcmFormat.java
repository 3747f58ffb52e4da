package io.auricle.audio;

import java.nio.ByteOrder;

/**
 * What a header says about the samples behind it, and how many there should be.
 *
 * @param sampleRateHz frames per second
 * @param channels samples per frame
 * @param encoding how a sample is written
 * @param order byte order of a sample
 * @param dataBytes bytes of samples that the header claims, or {@link #UNKNOWN_LENGTH}; never
 *     believed beyond what the file holds
 */
record PcmFormat(
    int sampleRateHz, int channels, SampleEncoding encoding, ByteOrder order, long dataBytes) {
  static final int MIN_RATE_HZ = 1_000;
  static final int MAX_RATE_HZ = 768_000;

  /** The format says that the length is not known, as a stream may. */
  static final long UNKNOWN_LENGTH = -1;

  /** Refuses what no recording has, before anything is allocated for it. */
  static void check(HeaderInput input, double rateHz, int channels) throws DecodeException {
    if (channels < 1) {
      throw input.corrupt("header says " + channels + " channels");
    }
    if (!(rateHz >= MIN_RATE_HZ && rateHz <= MAX_RATE_HZ)) {
      throw input.corrupt(
          "header says a sample rate of "
              + (long) rateHz
              + " Hz; "
              + MIN_RATE_HZ
              + " to "
              + MAX_RATE_HZ
              + " Hz are allowed");
    }
  }

  int frameBytes() {
    return channels * encoding.bytes();
  }
}
