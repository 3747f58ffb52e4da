package io.auricle.audio.pcm;

import io.auricle.audio.DecodeException;
import java.nio.ByteOrder;

/**
 * What a header says about the samples behind it, and how many there should be.
 *
 * @param sampleRateHz frames per second
 * @param channels samples per frame
 * @param encoding how a sample is written
 * @param order byte order of a sample
 * @param dataBytes bytes of samples that the header claims, or {@link #UNKNOWN_LENGTH} or {@link
 *     #UNFINISHED}; never believed beyond what the file holds
 */
public record PcmFormat(
    int sampleRateHz, int channels, SampleEncoding encoding, ByteOrder order, long dataBytes) {
  public static final int MIN_RATE_HZ = 1_000;
  public static final int MAX_RATE_HZ = 768_000;

  /** The one bit samples of DSD1024 come out of FFmpeg as 5.6 million samples a second. */
  public static final int MAX_DECODED_RATE_HZ = 6_000_000;

  /** The format says that the length is not known, as a stream may. */
  public static final long UNKNOWN_LENGTH = -1;

  /** A recorder was switched off before it filled in the lengths: all that follows is sound. */
  static final long UNFINISHED = -2;

  /** Refuses what no recording has, before anything is allocated for it. */
  static void check(HeaderInput input, double rateHz, int channels) throws DecodeException {
    check(input, rateHz, channels, MAX_RATE_HZ);
  }

  /** The same where more samples a second may come. */
  static void check(HeaderInput input, double rateHz, int channels, int maxRateHz)
      throws DecodeException {
    if (channels < 1) {
      throw input.corrupt("header says " + channels + " channels");
    }
    if (!(rateHz >= MIN_RATE_HZ && rateHz <= maxRateHz)) {
      throw input.corrupt(
          "header says a sample rate of "
              + (long) rateHz
              + " Hz; "
              + MIN_RATE_HZ
              + " to "
              + maxRateHz
              + " Hz are allowed");
    }
  }

  /** Bytes of a sample of each channel. */
  public int frameBytes() {
    return channels * encoding.bytes();
  }

  /** The same where it is not known how many samples there should be. */
  public PcmFormat withoutLength() {
    return new PcmFormat(sampleRateHz, channels, encoding, order, UNKNOWN_LENGTH);
  }
}
