package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.Excerpt;
import io.auricle.audio.SampleStream;
import io.auricle.audio.pcm.AiffHeader;
import io.auricle.audio.pcm.AuHeader;
import io.auricle.audio.pcm.CafHeader;
import io.auricle.audio.pcm.HeaderInput;
import io.auricle.audio.pcm.PcmFormat;
import io.auricle.audio.pcm.PcmStream;
import io.auricle.audio.pcm.W64Header;
import io.auricle.audio.pcm.WavHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Samples behind a header: the formats that are read in Java. */
final class PcmSource {
  private PcmSource() {}

  /**
   * Reads the header.
   *
   * @param in stands at the first byte
   * @param path named in messages
   * @param size bytes of all of it
   * @param excerpt null for all of it
   * @return the samples, over {@code in}; empty if the format is another
   * @throws DecodeException if the header is bad, or what is there is text
   */
  static Optional<SampleStream> open(
      Container container, InputStream in, Path path, long size, @Nullable Excerpt excerpt)
      throws DecodeException, IOException {
    HeaderInput header = new HeaderInput(in, path);
    Optional<PcmFormat> format =
        switch (container) {
          case WAV -> WavHeader.read(header);
          case AIFF -> AiffHeader.read(header);
          case AU -> AuHeader.read(header);
          case W64 -> W64Header.read(header);
          case CAF -> CafHeader.read(header);
          case TEXT ->
              throw new DecodeException(
                  ErrorCode.UNSUPPORTED,
                  path,
                  "is text, not audio; playlists are not followed, give the files themselves");
          case COMPRESSED, UNKNOWN -> Optional.empty();
        };
    if (format.isEmpty()) {
      return Optional.empty();
    }
    long available = size - header.position();
    if (available <= 0 || format.get().dataBytes() == 0) {
      throw new DecodeException(ErrorCode.EMPTY, path, "has a header and no samples");
    }
    if (excerpt == null) {
      return Optional.of(new PcmStream(in, path, format.get(), available));
    }
    long frames = Math.round(excerpt.start() * format.get().sampleRateHz());
    int frameBytes = format.get().frameBytes();
    long skipped = frames <= available / frameBytes ? frames * frameBytes : available;
    in.skipNBytes(skipped);
    // Whether the header tells the truth is a matter of the whole file.
    PcmFormat part = format.get().withoutLength();
    return Optional.of(new PcmStream(in, path, part, available - skipped));
  }
}
