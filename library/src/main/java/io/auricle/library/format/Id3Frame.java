package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A frame of an ID3v2 block, with its bytes as they lie there. */
final class Id3Frame {
  private static final List<Charset> CHARSETS = List.of(ISO_8859_1, UTF_16, UTF_16BE, UTF_8);
  private static final int UTF_8_TEXT = 3;

  private final int version;
  private final String id;
  private final byte[] raw;

  /**
   * @param version 2, 3 or 4
   * @param raw all of it, with its header
   */
  Id3Frame(int version, String id, byte[] raw) {
    this.version = version;
    this.id = id;
    this.raw = raw;
  }

  static int headerBytes(int version) {
    return version == 2 ? 6 : 10;
  }

  String id() {
    return id;
  }

  byte[] raw() {
    return raw;
  }

  /**
   * The values of a frame of text; of TXXX the first one is the name.
   *
   * @throws TagException UNSUPPORTED if it is packed or locked
   */
  List<String> texts() throws TagException {
    byte[] body = body();
    if (body.length == 0) {
      return List.of();
    }
    int kind = body[0];
    if (kind < 0 || kind >= CHARSETS.size()) {
      throw TagException.corrupt("frame %s of its ID3 tags is no text".formatted(id));
    }
    int unit = kind == 1 || kind == 2 ? 2 : 1;
    List<String> texts = new ArrayList<>();
    int start = 1;
    for (int i = 1; i <= body.length - unit; i += unit) {
      boolean end = body[i] == 0 && (unit == 1 || body[i + 1] == 0);
      if (end) {
        texts.add(text(body, start, i, kind));
        start = i + unit;
      }
    }
    if (start < body.length) {
      texts.add(text(body, start, body.length, kind));
    }
    return texts;
  }

  private static String text(byte[] body, int from, int to, int kind) {
    return text(Arrays.copyOfRange(body, from, to), kind);
  }

  private static String text(byte[] bytes, int kind) {
    // A mark of the order stands before each text, but programs forget it; most are of Windows.
    boolean marked = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
    Charset charset = kind == 1 && !marked ? UTF_16LE : CHARSETS.get(kind);
    return new String(bytes, charset);
  }

  /** The bytes behind the header, without what flags say of them. */
  private byte[] body() throws TagException {
    byte[] body = Arrays.copyOfRange(raw, headerBytes(version), raw.length);
    if (version == 2) {
      return body;
    }
    int flags = raw[9] & 0xFF;
    boolean packed = version == 3 ? (flags & 0xC0) != 0 : (flags & 0x0C) != 0;
    if (packed) {
      throw new TagException(
          TagFault.UNSUPPORTED, "frame %s of its ID3 tags is packed or locked".formatted(id));
    }
    boolean grouped = version == 3 ? (flags & 0x20) != 0 : (flags & 0x40) != 0;
    int skip = (grouped ? 1 : 0) + (version == 4 && (flags & 0x01) != 0 ? 4 : 0);
    body = Arrays.copyOfRange(body, Math.min(skip, body.length), body.length);
    return version == 4 && (flags & 0x02) != 0 ? Id3Block.synchronised(body) : body;
  }

  /**
   * A frame of text.
   *
   * @param plainSizes whether sizes have eight bits a byte where they should have seven
   */
  static Id3Frame text(int version, boolean plainSizes, String id, List<String> texts)
      throws TagException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean latin = texts.stream().allMatch(t -> t.chars().allMatch(c -> c < 0x100));
    int kind = version == 4 ? UTF_8_TEXT : latin ? 0 : 1;
    body.write(kind);
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        body.writeBytes(new byte[kind == 1 ? 2 : 1]);
      }
      // Java's UTF-16 has its mark in front and the high byte first, which ID3 allows.
      body.writeBytes(texts.get(i).getBytes(CHARSETS.get(kind)));
    }
    return of(version, plainSizes, id, body.toByteArray());
  }

  static Id3Frame of(int version, boolean plainSizes, String id, byte[] body) throws TagException {
    if (body.length > FileBytes.MOST || (version == 2 && body.length >= 1 << 24)) {
      throw new TagException(
          TagFault.TOO_LARGE, "bytes=%d are too many for a frame %s".formatted(body.length, id));
    }
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.writeBytes(id.getBytes(ISO_8859_1));
    byte[] size = Numbers.bytes(body.length, ByteOrder.BIG_ENDIAN);
    if (version == 2) {
      raw.write(size, 1, 3);
    } else {
      raw.writeBytes(version == 4 && !plainSizes ? Numbers.sevenBits(body.length) : size);
      raw.writeBytes(new byte[2]);
    }
    raw.writeBytes(body);
    return new Id3Frame(version, id, raw.toByteArray());
  }
}
