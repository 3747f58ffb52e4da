package io.auricle.audio.pcm;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.auricle.audio.DecodeException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a header of Sony Wave64 up to the first sample: a WAV whose chunks have names of 16 bytes
 * and sizes of 8, which count themselves. FFmpeg refuses those that were never finished.
 */
public final class W64Header {
  private static final int NAME_BYTES = 12;
  private static final int CHUNK_BYTES = 24;

  /** Longer claims are those of a program that could not know the length. */
  private static final long PIPE = 1L << 60;

  /** What may follow the samples; behind a data chunk of no bytes they say that it is empty. */
  private static final Set<String> TRAILERS =
      Set.of("fact", "levl", "junk", "bext", "mark", "list", "LIST");

  private W64Header() {}

  /**
   * Reads the header of a W64 file.
   *
   * @return the format, or empty if the samples are compressed in a way that is not read here
   * @throws DecodeException TRUNCATED inside the header, CORRUPT if it contradicts itself
   */
  public static Optional<PcmFormat> read(HeaderInput input) throws DecodeException {
    input.skip(CHUNK_BYTES + 16);
    ByteBuffer format = null;
    while (true) {
      String chunk = input.code();
      input.skip(NAME_BYTES);
      long length = input.bytes(8, LITTLE_ENDIAN).getLong() - CHUNK_BYTES;
      if (chunk.equals("data")) {
        if (format == null) {
          throw input.corrupt("samples come before the format chunk");
        }
        return WavHeader.format(input, format, dataBytes(input, length));
      }
      if (length < 0 || length > PIPE) {
        throw input.corrupt("chunk of " + length + " bytes");
      }
      if (chunk.equals("fmt ")) {
        if (length < 16 || length > 1 << 16) {
          throw input.corrupt("format chunk of " + length + " bytes");
        }
        format = input.bytes((int) length, LITTLE_ENDIAN);
      } else {
        input.skip(length);
      }
      input.skip(-length & 7);
    }
  }

  private static long dataBytes(HeaderInput input, long length) throws DecodeException {
    if (length == 0 || length == -CHUNK_BYTES) {
      return TRAILERS.contains(input.nextCode()) ? 0 : PcmFormat.UNFINISHED;
    }
    return length < 0 || length > PIPE ? PcmFormat.UNKNOWN_LENGTH : length;
  }
}
