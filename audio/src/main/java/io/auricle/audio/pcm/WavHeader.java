package io.auricle.audio.pcm;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.auricle.audio.DecodeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a RIFF, RIFX, RF64 or BW64 header up to the first sample; RIFX is RIFF with the high byte
 * first, samples included. Unknown chunks are skipped; chunks of odd length are padded by a byte,
 * which some programs forget.
 */
public final class WavHeader {
  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final long IN_DS64 = 0xFFFFFFFFL;

  /** What may follow the samples; behind a data chunk of no bytes they say that it is empty. */
  private static final Set<String> TRAILERS =
      Set.of(
          "LIST", "id3 ", "ID3 ", "bext", "iXML", "_PMX", "axml", "cue ", "fact", "smpl", "inst",
          "acid", "PEAK", "afsp", "JUNK", "junk", "PAD ", "plst", "chna", "DISP");

  /** What comes next instead of a byte of padding that was forgotten. */
  private static final Set<String> CHUNKS = Set.of("data", "fmt ", "LIST", "fact", "bext");

  private WavHeader() {}

  /**
   * Reads the header of a WAV file.
   *
   * @return the format, or empty if the samples are compressed in a way that is not read here
   * @throws DecodeException TRUNCATED inside the header, CORRUPT if it contradicts itself
   */
  public static Optional<PcmFormat> read(HeaderInput input) throws DecodeException {
    String kind = input.code();
    ByteOrder order = kind.equals("RIFX") ? BIG_ENDIAN : LITTLE_ENDIAN;
    input.skip(8);
    long data64 = PcmFormat.UNKNOWN_LENGTH;
    ByteBuffer format = null;
    while (true) {
      String chunk = input.code();
      long length = input.unsignedInt(order);
      if (chunk.equals("data")) {
        if (format == null) {
          throw input.corrupt("samples come before the format chunk");
        }
        if (length == IN_DS64 && kind.endsWith("64")) {
          length = data64;
        }
        if (length == 0 && !TRAILERS.contains(input.nextCode())) {
          length = PcmFormat.UNFINISHED;
        } else if (!kind.endsWith("64") && isOfPipe(length)) {
          length = PcmFormat.UNKNOWN_LENGTH;
        }
        return format(input, format, length);
      }
      if (chunk.equals("fmt ")) {
        if (length < 16 || length > 1 << 16) {
          throw input.corrupt("format chunk of " + length + " bytes");
        }
        format = input.bytes((int) length, order);
      } else if (chunk.equals("ds64") && length >= 24 && length <= 1 << 16) {
        // A negative length is that of a program that could not know it.
        data64 =
            Math.max(PcmFormat.UNKNOWN_LENGTH, input.bytes((int) length, LITTLE_ENDIAN).getLong(8));
      } else {
        input.skip(length);
      }
      if ((length & 1) == 1 && !CHUNKS.contains(input.nextCode())) {
        input.skip(1);
      }
    }
  }

  /**
   * Whether a program wrote the length that could not know it: the greatest number, signed or not,
   * less a header, rounded to blocks.
   */
  private static boolean isOfPipe(long length) {
    return length >= 0xFFFFF000L || (length >= 0x7FFFF000L && length <= 0x80000000L);
  }

  /** The format of samples of a length, as a format chunk describes it. */
  static Optional<PcmFormat> format(HeaderInput input, ByteBuffer format, long length)
      throws DecodeException {
    int tag = format.getShort(0) & 0xFFFF;
    if (tag == EXTENSIBLE && format.capacity() >= 28) {
      // The first field of a GUID, of four bytes.
      tag = format.getInt(24) & 0xFFFF;
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
    return Optional.of(new PcmFormat((int) rateHz, channels, encoding, format.order(), length));
  }
}
