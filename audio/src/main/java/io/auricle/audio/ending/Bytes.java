package io.auricle.audio.ending;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Bytes of a file at a place. */
final class Bytes {
  private Bytes() {}

  /** Fewer than asked for, if the file ends. */
  static byte[] read(SeekableByteChannel file, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    file.position(at);
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // until it is full
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
