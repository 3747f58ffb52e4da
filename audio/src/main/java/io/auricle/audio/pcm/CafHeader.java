package io.auricle.audio.pcm;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.auricle.audio.DecodeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a header of Apple's Core Audio Format up to the first sample, where the samples are not
 * compressed. There a length of -1 is no fault: it means up to the end of the file.
 */
public final class CafHeader {
  private static final int DESCRIPTION_BYTES = 32;
  private static final int EDIT_COUNT_BYTES = 4;
  private static final int FLOATING = 1;
  private static final int LOW_BYTE_FIRST = 2;

  /** What may follow the samples; behind a data chunk of no bytes they say that it is empty. */
  private static final Set<String> TRAILERS =
      Set.of(
          "chan", "info", "free", "kuki", "pakt", "strg", "mark", "regn", "inst", "midi", "ovvw",
          "peak", "edct", "umid", "uuid");

  private CafHeader() {}

  /**
   * Reads the header of a CAF file.
   *
   * @return the format, or empty if the samples are compressed or the header is unusual
   * @throws DecodeException TRUNCATED inside the header, CORRUPT if it contradicts itself
   */
  public static Optional<PcmFormat> read(HeaderInput input) throws DecodeException {
    input.skip(8);
    if (!input.code().equals("desc") || input.bytes(8, BIG_ENDIAN).getLong() != DESCRIPTION_BYTES) {
      return Optional.empty();
    }
    ByteBuffer description = input.bytes(DESCRIPTION_BYTES, BIG_ENDIAN);
    Optional<SampleEncoding> encoding = encoding(description);
    int channels = description.getInt(24);
    if (encoding.isEmpty()
        || channels > 1 << 16
        || description.getInt(16) != (long) channels * encoding.get().bytes()) {
      return Optional.empty();
    }
    double rateHz = description.getDouble(0);
    PcmFormat.check(input, rateHz, channels);
    while (true) {
      String chunk = input.code();
      long length = input.bytes(8, BIG_ENDIAN).getLong();
      if (chunk.equals("data")) {
        input.skip(EDIT_COUNT_BYTES);
        ByteOrder order =
            (description.getInt(12) & LOW_BYTE_FIRST) != 0 ? LITTLE_ENDIAN : BIG_ENDIAN;
        return Optional.of(
            new PcmFormat(
                (int) Math.round(rateHz),
                channels,
                encoding.get(),
                order,
                dataBytes(input, length)));
      }
      if (length < 0) {
        throw input.corrupt("chunk of " + length + " bytes");
      }
      input.skip(length);
    }
  }

  private static Optional<SampleEncoding> encoding(ByteBuffer description) {
    int bits = description.getInt(28);
    boolean floating = (description.getInt(12) & FLOATING) != 0;
    return switch (description.getInt(8)) {
      case 0x6C70636D -> // lpcm
          switch (bits) {
            case 8, 16, 24 ->
                floating ? Optional.empty() : Optional.of(SampleEncoding.signed(bits / 8));
            case 32 -> Optional.of(floating ? SampleEncoding.F32 : SampleEncoding.signed(4));
            case 64 -> floating ? Optional.of(SampleEncoding.F64) : Optional.empty();
            default -> Optional.empty();
          };
      case 0x756C6177 -> Optional.of(SampleEncoding.MU_LAW); // ulaw
      case 0x616C6177 -> Optional.of(SampleEncoding.A_LAW); // alaw
      default -> Optional.empty();
    };
  }

  private static long dataBytes(HeaderInput input, long length) throws DecodeException {
    if (length == 0 || length == EDIT_COUNT_BYTES) {
      return TRAILERS.contains(input.nextCode()) ? 0 : PcmFormat.UNFINISHED;
    }
    return length < 0 ? PcmFormat.UNKNOWN_LENGTH : length - EDIT_COUNT_BYTES;
  }
}
