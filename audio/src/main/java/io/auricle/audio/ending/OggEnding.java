package io.auricle.audio.ending;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** The last page of an Ogg file is marked as the end of its stream (RFC 3533). */
final class OggEnding {
  /** More than a page with as much behind it. */
  private static final int TAIL_BYTES = 1 << 17;

  private static final int HEADER_BYTES = 27;
  private static final int END_OF_STREAM = 4;

  private OggEnding() {}

  static Optional<String> fault(SeekableByteChannel file) throws IOException {
    int length = (int) Math.min(file.size(), TAIL_BYTES);
    byte[] tail = Bytes.read(file, file.size() - length, length);
    for (int at = length - HEADER_BYTES; at >= 0; at--) {
      if (isPage(tail, at)) {
        return fault(tail, at);
      }
    }
    return Optional.empty();
  }

  private static boolean isPage(byte[] bytes, int at) {
    return bytes[at] == 'O'
        && bytes[at + 1] == 'g'
        && bytes[at + 2] == 'g'
        && bytes[at + 3] == 'S'
        && bytes[at + 4] == 0
        && (bytes[at + 5] & 0xF8) == 0;
  }

  private static Optional<String> fault(byte[] bytes, int at) {
    int segments = bytes[at + HEADER_BYTES - 1] & 0xFF;
    long end = (long) at + HEADER_BYTES + segments;
    for (int i = at + HEADER_BYTES; i < at + HEADER_BYTES + segments && i < bytes.length; i++) {
      end += bytes[i] & 0xFF;
    }
    if (end > bytes.length) {
      return Optional.of("the file breaks off inside its last page");
    }
    if ((bytes[at + 5] & END_OF_STREAM) == 0) {
      return Optional.of("the file breaks off, its last page is not marked as the end");
    }
    return Optional.empty();
  }
}
