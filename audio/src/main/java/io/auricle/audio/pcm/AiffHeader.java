package io.auricle.audio.pcm;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.auricle.audio.DecodeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads an AIFF or AIFC header up to the first sample. */
public final class AiffHeader {
  /** From here on a program wrote the length that could not know it. */
  private static final long PIPE = 0x7F000000L;

  /** What may follow the samples; behind a sound chunk of no bytes they say that it is empty. */
  private static final Set<String> TRAILERS =
      Set.of(
          "COMM", "FVER", "MARK", "INST", "MIDI", "AESD", "APPL", "COMT", "NAME", "AUTH", "(c) ",
          "ANNO", "ID3 ", "CHAN", "PEAK", "LIST");

  private AiffHeader() {}

  /**
   * Reads the header of an AIFF file.
   *
   * @return the format, or empty if the samples are compressed or come before their description,
   *     which is not read here
   * @throws DecodeException TRUNCATED inside the header, CORRUPT if it contradicts itself
   */
  public static Optional<PcmFormat> read(HeaderInput input) throws DecodeException {
    input.skip(8);
    boolean compressed = input.code().equals("AIFC");
    ByteBuffer common = null;
    while (true) {
      String chunk = input.code();
      long length = input.unsignedInt(BIG_ENDIAN);
      if (chunk.equals("SSND")) {
        long offset = input.unsignedInt(BIG_ENDIAN);
        input.skip(4);
        if (common == null) {
          return Optional.empty();
        }
        input.skip(offset);
        long bytes = Math.max(0, length - 8 - offset);
        if (bytes == 0 && !TRAILERS.contains(input.nextCode())) {
          bytes = PcmFormat.UNFINISHED;
        } else if (length >= PIPE) {
          bytes = PcmFormat.UNKNOWN_LENGTH;
        }
        return format(input, common, compressed, bytes);
      }
      if (chunk.equals("COMM")) {
        if (length < (compressed ? 22 : 18) || length > 1 << 16) {
          throw input.corrupt("description of " + length + " bytes");
        }
        common = input.bytes((int) length, BIG_ENDIAN);
      } else {
        input.skip(length);
      }
      input.skip(length & 1);
    }
  }

  private static Optional<PcmFormat> format(
      HeaderInput input, ByteBuffer common, boolean compressed, long length)
      throws DecodeException {
    int channels = common.getShort(0) & 0xFFFF;
    int bits = common.getShort(6) & 0xFFFF;
    double rateHz = extended(common, 8);
    PcmFormat.check(input, rateHz, channels);
    byte[] code = new byte[4];
    if (compressed) {
      common.get(18, code);
    }
    String type = compressed ? new String(code, StandardCharsets.ISO_8859_1) : "NONE";
    ByteOrder order = type.equals("sowt") ? LITTLE_ENDIAN : BIG_ENDIAN;
    SampleEncoding encoding;
    switch (type) {
      case "NONE", "twos", "sowt" -> {
        if (bits < 1 || bits > 32) {
          throw input.corrupt("header says " + bits + " bits a sample");
        }
        encoding = SampleEncoding.signed((bits + 7) / 8);
      }
      case "fl32", "FL32" -> encoding = SampleEncoding.F32;
      case "fl64", "FL64" -> encoding = SampleEncoding.F64;
      case "ulaw", "ULAW" -> encoding = SampleEncoding.MU_LAW;
      case "alaw", "ALAW" -> encoding = SampleEncoding.A_LAW;
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(new PcmFormat((int) Math.round(rateHz), channels, encoding, order, length));
  }

  /** An 80-bit IEEE 754 extended number, without its sign: no rate has one. */
  private static double extended(ByteBuffer from, int at) {
    int exponent = (from.getShort(at) & 0x7FFF) - 16383 - 63;
    long mantissa = from.getLong(at + 2);
    double value = (mantissa >>> 1) * 2.0 + (mantissa & 1);
    return from.getShort(at) < 0 ? Double.NaN : value * Math.pow(2, exponent);
  }
}
