package io.auricle.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a number stands in the bytes of a file. Integers are scaled to [-1, 1) by their own full
 * scale, as libsndfile does: a 16-bit value is divided by 32768.
 */
enum SampleEncoding {
  U8(1),
  S8(1),
  S16(2),
  S24(3),
  S32(4),
  F32(4),
  F64(8),
  MU_LAW(1),
  A_LAW(1);

  private final int bytes;

  SampleEncoding(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes a sample. */
  int bytes() {
    return bytes;
  }

  /** The signed integer encoding of so many bytes. */
  static SampleEncoding signed(int bytes) {
    return switch (bytes) {
      case 1 -> S8;
      case 2 -> S16;
      case 3 -> S24;
      default -> S32;
    };
  }

  /**
   * The distance of neighbouring values about 0. That of 32 bits and of floats counts as that of 16
   * bits: no converter has as many, the rest is what programs left there.
   */
  float step() {
    return switch (this) {
      case U8, S8 -> 0x1p-7f;
      case S24 -> 0x1p-23f;
      case S16, S32, F32, F64 -> 0x1p-15f;
      case MU_LAW -> 0x1p-12f;
      case A_LAW -> 0x1p-11f;
    };
  }

  /**
   * Decodes {@code count} samples from the start of {@code from}, in its byte order.
   *
   * @param at where in {@code to} they go
   */
  void decode(ByteBuffer from, float[] to, int at, int count) {
    switch (this) {
      case U8 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = ((from.get(i) & 0xFF) - 128) / 128f;
        }
      }
      case S8 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = from.get(i) / 128f;
        }
      }
      case S16 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = from.getShort(2 * i) / 32768f;
        }
      }
      case S24 -> {
        boolean little = from.order() == ByteOrder.LITTLE_ENDIAN;
        for (int i = 0; i < count; i++) {
          int high = from.get(little ? 3 * i + 2 : 3 * i);
          int low = from.get(little ? 3 * i : 3 * i + 2) & 0xFF;
          to[at + i] = (high << 16 | (from.get(3 * i + 1) & 0xFF) << 8 | low) / 8388608f;
        }
      }
      case S32 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = from.getInt(4 * i) * 0x1p-31f;
        }
      }
      case F32 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = from.getFloat(4 * i);
        }
      }
      case F64 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = (float) from.getDouble(8 * i);
        }
      }
      case MU_LAW -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = muLaw(from.get(i)) / 32768f;
        }
      }
      case A_LAW -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = aLaw(from.get(i)) / 32768f;
        }
      }
    }
  }

  /** ITU-T G.711 mu-law to a 16-bit value. */
  private static int muLaw(byte code) {
    int inverted = ~code & 0xFF;
    int magnitude = ((((inverted & 0x0F) << 3) + 0x84) << ((inverted & 0x70) >> 4)) - 0x84;
    return (inverted & 0x80) == 0 ? magnitude : -magnitude;
  }

  /** ITU-T G.711 A-law to a 16-bit value. */
  private static int aLaw(byte code) {
    int toggled = (code ^ 0x55) & 0xFF;
    int exponent = (toggled & 0x70) >> 4;
    int magnitude = ((toggled & 0x0F) << 4) + 8;
    if (exponent > 0) {
      magnitude = (magnitude + 0x100) << (exponent - 1);
    }
    return (toggled & 0x80) == 0 ? -magnitude : magnitude;
  }
}
