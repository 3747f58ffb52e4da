package io.auricle.library.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A page of Ogg (RFC 3533).
 *
 * @param at where it lies in the file
 * @param flags 1: begins within a packet, 2: the first of its stream, 4: the last
 * @param segments how many lengths of parts of packets stand in its header
 * @param length all of it
 */
record OggPage(
    long at, int flags, long granule, int serial, int sequence, int crc, int segments, int length) {
  static final int HEAD = 27;
  static final int CONTINUED = 1;
  static final int FIRST = 2;
  private static final int SEQUENCE_AT = 18;
  private static final int CRC_AT = 22;
  private static final int[] TABLE = table();

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value << 1 ^ (value < 0 ? 0x04C11DB7 : 0);
      }
      table[i] = value;
    }
    return table;
  }

  static OggPage read(FileBytes file, long at) throws IOException, TagException {
    if (!file.has(at, "OggS")) {
      throw TagException.corrupt("at byte %d there is no page of Ogg".formatted(at));
    }
    ByteBuffer head = ByteBuffer.wrap(file.read(at, HEAD)).order(ByteOrder.LITTLE_ENDIAN);
    int segments = head.get(HEAD - 1) & 0xFF;
    int length = HEAD + segments;
    for (byte part : file.read(at + HEAD, segments)) {
      length += part & 0xFF;
    }
    if (at > file.size() - length) {
      throw TagException.corrupt("the file ends within a page of Ogg");
    }
    return new OggPage(
        at,
        head.get(5),
        head.getLong(6),
        head.getInt(14),
        head.getInt(SEQUENCE_AT),
        head.getInt(CRC_AT),
        segments,
        length);
  }

  /** A page of its own. */
  static byte[] make(
      int flags, long granule, int serial, int sequence, byte[] lengths, byte[] body) {
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.put(new byte[] {'O', 'g', 'g', 'S', 0, (byte) flags}).putLong(granule);
    head.putInt(serial).putInt(sequence).putInt(0).put((byte) lengths.length);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.writeBytes(head.array());
    page.writeBytes(lengths);
    page.writeBytes(body);
    byte[] bytes = page.toByteArray();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(CRC_AT, sum(bytes));
    return bytes;
  }

  /**
   * The eight bytes of another number and the checksum that goes with it. A page that did not fit
   * its checksum still does not, by the same difference.
   *
   * @param bytes all of the page
   */
  byte[] renumbered(byte[] bytes, int number) {
    byte[] changed = bytes.clone();
    ByteBuffer fields = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    fields.putInt(CRC_AT, 0);
    int wrong = sum(changed) ^ crc;
    fields.putInt(SEQUENCE_AT, number);
    fields.putInt(CRC_AT, sum(changed) ^ wrong);
    return Arrays.copyOfRange(changed, SEQUENCE_AT, SEQUENCE_AT + 8);
  }

  /** How far into a page {@link #renumbered} bytes lie. */
  static int numberAt() {
    return SEQUENCE_AT;
  }

  private static int sum(byte[] bytes) {
    int sum = 0;
    for (byte b : bytes) {
      sum = sum << 8 ^ TABLE[(sum >>> 24 ^ b) & 0xFF];
    }
    return sum;
  }
}
