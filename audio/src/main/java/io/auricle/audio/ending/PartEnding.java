package io.auricle.audio.ending;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Optional;

/** Containers say how many bytes their parts have. */
final class PartEnding {
  private static final int HEAD_BYTES = 16;

  /** Sizes from here on mean that nobody knows, as when the file was written into a pipe. */
  private static final long UNKNOWN_AVI = 0x7FFFF000L;

  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int ID_BYTES = 4;

  private PartEnding() {}

  /** Large files have several parts: "AVI " and then "AVIX". */
  static Optional<String> ofAvi(SeekableByteChannel file) throws IOException {
    long at = 0;
    while (true) {
      byte[] head = Bytes.read(file, at, HEAD_BYTES);
      if (head.length < HEAD_BYTES || !text(head, 0).equals("RIFF")) {
        return Optional.empty();
      }
      long size = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
      if (!text(head, 8).startsWith("AVI") || size == 0 || size >= UNKNOWN_AVI) {
        return Optional.empty();
      }
      if (at + 8 + size > file.size()) {
        return missing(at + 8 + size - file.size());
      }
      at += 8 + size + (size & 1);
    }
  }

  /** The segment holds everything; its size has only ones while it is not known. */
  static Optional<String> ofMatroska(SeekableByteChannel file) throws IOException {
    byte[] head = Bytes.read(file, 0, HEAD_BYTES);
    if (head.length < HEAD_BYTES || ByteBuffer.wrap(head).getInt() != EBML) {
      return Optional.empty();
    }
    long at = ID_BYTES + sizeBytes(head) + Math.max(0, size(head));
    byte[] segment = Bytes.read(file, at, HEAD_BYTES);
    if (segment.length < HEAD_BYTES || ByteBuffer.wrap(segment).getInt() != SEGMENT) {
      return Optional.empty();
    }
    long end = at + ID_BYTES + sizeBytes(segment) + size(segment);
    return size(segment) >= 0 && end > file.size() ? missing(end - file.size()) : Optional.empty();
  }

  /** How many bytes the size behind an identity has: as many as the first has leading zeros. */
  private static int sizeBytes(byte[] element) {
    return Integer.numberOfLeadingZeros(element[ID_BYTES] & 0xFF) - Integer.SIZE + 9;
  }

  /** Negative if it is not known. */
  private static long size(byte[] element) {
    int bytes = sizeBytes(element);
    if (bytes > 8) {
      return -1;
    }
    long ones = (1L << (7 * bytes)) - 1;
    long size = 0;
    for (int i = 0; i < bytes; i++) {
      size = (size << 8) | (element[ID_BYTES + i] & 0xFF);
    }
    return (size & ones) == ones ? -1 : size & ones;
  }

  /** Sound and pictures lie in "mdat"; a size of 0 means up to the end. */
  static Optional<String> ofMp4(SeekableByteChannel file) throws IOException {
    long at = 0;
    while (true) {
      byte[] head = Bytes.read(file, at, HEAD_BYTES);
      if (head.length < HEAD_BYTES) {
        return Optional.empty();
      }
      long size = ByteBuffer.wrap(head).getInt() & 0xFFFFFFFFL;
      if (size == 1) {
        size = ByteBuffer.wrap(head).getLong(8);
      }
      if (size < 8 || size > Long.MAX_VALUE / 2 || !text(head, 4).matches("[a-z0-9 ]{4}")) {
        return Optional.empty();
      }
      if (at + size > file.size()) {
        return text(head, 4).equals("mdat") ? missing(at + size - file.size()) : Optional.empty();
      }
      at += size;
    }
  }

  private static String text(byte[] bytes, int at) {
    return new String(bytes, at, 4, ISO_8859_1);
  }

  private static Optional<String> missing(long bytes) {
    return Optional.of(
        String.format(Locale.ROOT, "%,d bytes are missing that its header announces", bytes));
  }
}
