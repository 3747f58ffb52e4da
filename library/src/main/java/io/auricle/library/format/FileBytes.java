package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an open file, at any place. Does not own the file. */
public final class FileBytes {
  /** So much of a file is held at once; no tags are longer. */
  static final int MOST = 64 << 20;

  private final FileChannel channel;
  private final long size;

  public FileBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  public long size() {
    return size;
  }

  FileChannel channel() {
    return channel;
  }

  /**
   * Bytes from a place on.
   *
   * @throws TagException CORRUPT if the file ends before, TOO_LARGE if there are too many
   */
  byte[] read(long at, long count) throws IOException, TagException {
    if (count > MOST) {
      throw new TagException(
          TagFault.TOO_LARGE, "bytes=%d of its tags must be at most %d".formatted(count, MOST));
    }
    if (at < 0 || count < 0 || at > size - count) {
      throw TagException.corrupt("the file ends within its tags");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new TagException(TagFault.CHANGED, "became shorter while it was read");
      }
    }
    return bytes.array();
  }

  /** Whether there are these letters at a place. */
  boolean has(long at, String letters) throws IOException, TagException {
    return at >= 0
        && at <= size - letters.length()
        && new String(read(at, letters.length()), ISO_8859_1).equals(letters);
  }
}
