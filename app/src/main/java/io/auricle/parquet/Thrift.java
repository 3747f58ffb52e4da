package io.auricle.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Structures in Thrift's compact protocol, in which Parquet describes itself. */
final class Thrift {
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  Thrift number(int field, int value) {
    header(field, INT);
    zigzag(value);
    return this;
  }

  Thrift number(int field, long value) {
    header(field, LONG);
    zigzag(value);
    return this;
  }

  Thrift text(int field, String value) {
    header(field, BINARY);
    bytes(value);
    return this;
  }

  /** Begins a list of structures, each between {@link #begin()} and {@link #end}. */
  Thrift structs(int field, int count) {
    header(field, LIST);
    list(count, STRUCT);
    return this;
  }

  Thrift numbers(int field, int... values) {
    header(field, LIST);
    list(values.length, INT);
    for (int value : values) {
      zigzag(value);
    }
    return this;
  }

  Thrift texts(int field, String... values) {
    header(field, LIST);
    list(values.length, BINARY);
    for (String value : values) {
      bytes(value);
    }
    return this;
  }

  /** Begins a structure in a field. */
  Thrift begin(int field) {
    header(field, STRUCT);
    return begin();
  }

  /** Begins a structure in a list. */
  Thrift begin() {
    outer.push(last);
    last = 0;
    return this;
  }

  Thrift end() {
    out.write(0);
    last = outer.pop();
    return this;
  }

  /** All of it, a structure. */
  byte[] bytes() {
    out.write(0);
    return out.toByteArray();
  }

  private void header(int field, int type) {
    out.write(((field - last) << 4) | type);
    last = field;
  }

  private void list(int count, int type) {
    if (count < 15) {
      out.write((count << 4) | type);
    } else {
      out.write(0xF0 | type);
      varint(out, count);
    }
  }

  private void bytes(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    varint(out, text.length);
    out.writeBytes(text);
  }

  private void zigzag(long value) {
    varint(out, (value << 1) ^ (value >> 63));
  }

  /** Seven bits a byte, the lowest first. */
  static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
