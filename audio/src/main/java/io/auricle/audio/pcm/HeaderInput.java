package io.auricle.audio.pcm;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The fields of a header, read in order; an end of file in one of them is an error. */
public final class HeaderInput {
  private final InputStream in;
  private final Path path;
  private long position;

  public HeaderInput(InputStream in, Path path) {
    this.in = in;
    this.path = path;
  }

  /** Bytes read and skipped so far. */
  public long position() {
    return position;
  }

  DecodeException corrupt(String reason) {
    return new DecodeException(ErrorCode.CORRUPT, path, reason);
  }

  DecodeException error(ErrorCode code, String reason) {
    return new DecodeException(code, path, reason);
  }

  /** The next bytes as a buffer of the given order. */
  ByteBuffer bytes(int count, ByteOrder order) throws DecodeException {
    byte[] read;
    try {
      read = in.readNBytes(count);
    } catch (IOException e) {
      throw corrupt("cannot be read: " + e.getMessage());
    }
    if (read.length < count) {
      throw error(ErrorCode.TRUNCATED, "ends inside its header");
    }
    position += count;
    return ByteBuffer.wrap(read).order(order);
  }

  /** A four-character code. */
  String code() throws DecodeException {
    return new String(bytes(4, ByteOrder.BIG_ENDIAN).array(), StandardCharsets.ISO_8859_1);
  }

  /** The next four-character code, left where it is; empty at the end or where none can be seen. */
  String nextCode() throws DecodeException {
    if (!in.markSupported()) {
      return "";
    }
    try {
      in.mark(4);
      byte[] read = in.readNBytes(4);
      in.reset();
      return new String(read, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw corrupt("cannot be read: " + e.getMessage());
    }
  }

  long unsignedInt(ByteOrder order) throws DecodeException {
    return bytes(4, order).getInt() & 0xFFFFFFFFL;
  }

  void skip(long count) throws DecodeException {
    try {
      in.skipNBytes(count);
      position += count;
    } catch (IOException e) {
      throw error(ErrorCode.TRUNCATED, "ends inside its header");
    }
  }
}
