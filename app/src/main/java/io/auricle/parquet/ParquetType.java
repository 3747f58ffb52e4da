package io.auricle.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Types of values, and how the format has them: its own numbers, values in plain encoding. */
public enum ParquetType {
  /** A {@link Boolean}; eight of them are a byte. */
  BOOLEAN(0, -1),
  /** An {@link Integer}. */
  INTEGER(1, -1),
  /** A {@link Long}. */
  LONG(2, -1),
  /** A {@link Float}. */
  FLOAT(4, -1),
  /** A {@link Double}. */
  DOUBLE(5, -1),
  /** A {@link String}. */
  TEXT(6, 0),
  /** A {@link Long}: microseconds since 1970, of no time zone's own. */
  TIME(2, 10);

  /** The number of the physical type. */
  final int number;

  /** What it stands for (the format's converted type), or -1. */
  final int meaning;

  ParquetType(int number, int meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /**
   * Adds a value.
   *
   * @param place how many came before
   */
  void write(Object value, long place, ByteArrayOutputStream to, byte[] bits) {
    switch (this) {
      case BOOLEAN -> {
        int bit = (int) (place & 7);
        if (bit == 0) {
          bits[0] = 0;
        }
        bits[0] |= (byte) ((Boolean) value ? 1 << bit : 0);
        if (bit == 7) {
          to.write(bits[0]);
        }
      }
      case INTEGER -> to.writeBytes(buffer(4).putInt((Integer) value).array());
      case LONG, TIME -> to.writeBytes(buffer(8).putLong((Long) value).array());
      case FLOAT -> to.writeBytes(buffer(4).putFloat((Float) value).array());
      case DOUBLE -> to.writeBytes(buffer(8).putDouble((Double) value).array());
      case TEXT -> {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        to.writeBytes(buffer(4).putInt(text.length).array());
        to.writeBytes(text);
      }
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
