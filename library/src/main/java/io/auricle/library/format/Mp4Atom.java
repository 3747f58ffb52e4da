package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An atom of MP4 that is held in memory, with its header. */
final class Mp4Atom {
  static final int HEAD = 8;

  private final String type;
  private final byte[] raw;

  Mp4Atom(String type, byte[] raw) {
    this.type = type;
    this.raw = raw;
  }

  /** One with this body. */
  static Mp4Atom of(String type, byte[] body) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.writeBytes(Numbers.bytes((long) HEAD + body.length, ByteOrder.BIG_ENDIAN));
    raw.writeBytes(type.getBytes(ISO_8859_1));
    raw.writeBytes(body);
    return new Mp4Atom(type, raw.toByteArray());
  }

  static Mp4Atom of(String type, byte[] before, List<Mp4Atom> inner, byte[] behind) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(before);
    inner.forEach(atom -> body.writeBytes(atom.raw));
    body.writeBytes(behind);
    return of(type, body.toByteArray());
  }

  String type() {
    return type;
  }

  byte[] raw() {
    return raw;
  }

  byte[] body() {
    return Arrays.copyOfRange(raw, HEAD, raw.length);
  }

  /**
   * The atoms in this one.
   *
   * @param from how far behind the header they begin
   */
  List<Mp4Atom> inner(int from) throws TagException {
    List<Mp4Atom> atoms = new ArrayList<>();
    int at = HEAD + from;
    while (at <= raw.length - HEAD) {
      long size = Numbers.of(raw, at, ByteOrder.BIG_ENDIAN);
      if (size == 0) {
        // QuickTime ends a list with four zeros.
        break;
      }
      if (size < HEAD || size > raw.length - at) {
        throw TagException.corrupt("an atom in its atom %s goes beyond that".formatted(type));
      }
      int end = at + (int) size;
      atoms.add(
          new Mp4Atom(new String(raw, at + 4, 4, ISO_8859_1), Arrays.copyOfRange(raw, at, end)));
      at = end;
    }
    return atoms;
  }

  /** What lies behind the atoms in this one. */
  byte[] behind(int from, List<Mp4Atom> inner) {
    int at = HEAD + from + inner.stream().mapToInt(atom -> atom.raw.length).sum();
    return Arrays.copyOfRange(raw, Math.min(at, raw.length), raw.length);
  }
}
