package io.auricle.audio.pcm;

import static java.nio.ByteOrder.BIG_ENDIAN;

import io.auricle.audio.DecodeException;
import java.util.Optional;

/** Reads the header of a Sun/NeXT AU file up to the first sample. */
public final class AuHeader {
  private static final long UNKNOWN = 0xFFFFFFFFL;

  private AuHeader() {}

  /**
   * Reads the header of an AU file.
   *
   * @return the format, or empty if the samples are compressed in a way that is not read here
   * @throws DecodeException TRUNCATED inside the header, CORRUPT if it contradicts itself
   */
  public static Optional<PcmFormat> read(HeaderInput input) throws DecodeException {
    return read(input, PcmFormat.MAX_RATE_HZ);
  }

  /** The same where more samples a second may come. */
  public static Optional<PcmFormat> read(HeaderInput input, int maxRateHz) throws DecodeException {
    input.skip(4);
    long dataOffset = input.unsignedInt(BIG_ENDIAN);
    long length = input.unsignedInt(BIG_ENDIAN);
    long code = input.unsignedInt(BIG_ENDIAN);
    long rateHz = input.unsignedInt(BIG_ENDIAN);
    long channels = input.unsignedInt(BIG_ENDIAN);
    if (dataOffset < 24) {
      throw input.corrupt("header says that samples start at byte " + dataOffset);
    }
    if (channels > 1 << 16) {
      throw input.corrupt("header says " + channels + " channels");
    }
    PcmFormat.check(input, (double) rateHz, (int) channels, maxRateHz);
    input.skip(dataOffset - 24);
    SampleEncoding encoding;
    switch ((int) code) {
      case 1 -> encoding = SampleEncoding.MU_LAW;
      case 2 -> encoding = SampleEncoding.S8;
      case 3 -> encoding = SampleEncoding.S16;
      case 4 -> encoding = SampleEncoding.S24;
      case 5 -> encoding = SampleEncoding.S32;
      case 6 -> encoding = SampleEncoding.F32;
      case 7 -> encoding = SampleEncoding.F64;
      case 27 -> encoding = SampleEncoding.A_LAW;
      default -> {
        return Optional.empty();
      }
    }
    long bytes = length == 0 ? PcmFormat.UNFINISHED : length;
    return Optional.of(
        new PcmFormat(
            (int) rateHz,
            (int) channels,
            encoding,
            BIG_ENDIAN,
            length == UNKNOWN ? PcmFormat.UNKNOWN_LENGTH : bytes));
  }
}
