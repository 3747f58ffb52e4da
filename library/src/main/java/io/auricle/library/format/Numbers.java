package io.auricle.library.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as formats write them. */
final class Numbers {
  private static final int SEVEN = 0x7F;

  private Numbers() {}

  /** Four bytes, unsigned. */
  static long of(byte[] bytes, int at, ByteOrder order) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(order).getInt(at));
  }

  static byte[] bytes(long value, ByteOrder order) {
    return ByteBuffer.allocate(Integer.BYTES).order(order).putInt((int) value).array();
  }

  /** Four bytes of seven bits; -1 if one has eight. */
  static int ofSeven(byte[] bytes, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      if (bytes[i] < 0) {
        return -1;
      }
      value = value << 7 | bytes[i];
    }
    return value;
  }

  static byte[] sevenBits(int value) {
    return new byte[] {
      (byte) (value >> 21 & SEVEN),
      (byte) (value >> 14 & SEVEN),
      (byte) (value >> 7 & SEVEN),
      (byte) (value & SEVEN)
    };
  }
}
