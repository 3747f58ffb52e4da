package io.auricle.audio;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads a RIFF, RF64 or BW64 header up to the first sample. Unknown chunks are skipped; chunks of
 * odd length are padded by a byte.
 */
final class WavHeader {
  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final long UNFINISHED = 0xFFFFFFFFL;

  private WavHeader() {}

  /**
   * @return the format, or empty if the samples are compressed in a way that is not read here
   * @throws DecodeException TRUNCATED inside the header, CORRUPT if it contradicts itself
   */
  static Optional<PcmFormat> read(HeaderInput input) throws DecodeException {
    String kind = input.code();
    long riffBytes = input.unsignedInt(LITTLE_ENDIAN);
    input.code();
    long data64 = PcmFormat.UNKNOWN_LENGTH;
    ByteBuffer format = null;
    while (true) {
      String chunk = input.code();
      long length = input.unsignedInt(LITTLE_ENDIAN);
      if (chunk.equals("data")) {
        if (format == null) {
          throw input.corrupt("samples come before the format chunk");
        }
        if (length == UNFINISHED && !kind.equals("RIFF")) {
          length = data64;
        } else if (length == 0 && (riffBytes == 0 || riffBytes == UNFINISHED)) {
          // A recorder that was switched off before it filled in the lengths.
          length = UNFINISHED;
        }
        return format(input, format, length);
      }
      if (chunk.equals("fmt ")) {
        if (length < 16 || length > 1 << 16) {
          throw input.corrupt("format chunk of " + length + " bytes");
        }
        format = input.bytes((int) length, LITTLE_ENDIAN);
      } else if (chunk.equals("ds64") && length >= 24 && length <= 1 << 16) {
        data64 = Math.max(0, input.bytes((int) length, LITTLE_ENDIAN).getLong(8));
      } else {
        input.skip(length);
      }
      input.skip(length & 1);
    }
  }

  private static Optional<PcmFormat> format(HeaderInput input, ByteBuffer format, long length)
      throws DecodeException {
    int tag = format.getShort(0) & 0xFFFF;
    if (tag == EXTENSIBLE && format.capacity() >= 26) {
      tag = format.getShort(24) & 0xFFFF;
    }
    int channels = format.getShort(2) & 0xFFFF;
    long rateHz = format.getInt(4) & 0xFFFFFFFFL;
    int frameBytes = format.getShort(12) & 0xFFFF;
    int bits = format.getShort(14) & 0xFFFF;
    PcmFormat.check(input, (double) rateHz, channels);
    // 20 bits may stand in 3 or 4 bytes: the frame size decides where it makes sense.
    int bytes = frameBytes % channels == 0 ? frameBytes / channels : 0;
    if (bytes < (bits + 7) / 8 || bytes > 8) {
      bytes = (bits + 7) / 8;
    }
    SampleEncoding encoding;
    if (tag == PCM && bytes >= 1 && bytes <= 4) {
      encoding = bytes == 1 ? SampleEncoding.U8 : SampleEncoding.signed(bytes);
    } else if (tag == IEEE_FLOAT && (bytes == 4 || bytes == 8)) {
      encoding = bytes == 4 ? SampleEncoding.F32 : SampleEncoding.F64;
    } else if (tag == A_LAW && bytes == 1) {
      encoding = SampleEncoding.A_LAW;
    } else if (tag == MU_LAW && bytes == 1) {
      encoding = SampleEncoding.MU_LAW;
    } else if (tag == PCM || tag == IEEE_FLOAT) {
      throw input.corrupt("header says " + bits + " bits a sample");
    } else {
      return Optional.empty();
    }
    return Optional.of(new PcmFormat((int) rateHz, channels, encoding, LITTLE_ENDIAN, length));
  }
}
