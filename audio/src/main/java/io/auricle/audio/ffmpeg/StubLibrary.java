package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes an ELF shared library whose functions all return 0.
 *
 * <p>FFmpeg's executable is linked with libavdevice (cameras, microphones), which needs the X11,
 * ALSA and PulseAudio libraries that servers do not have. Files need no devices: with this library
 * in its place FFmpeg starts everywhere, and sooner. The layout follows the System V ABI, with the
 * GNU symbol versions that the dynamic linker asks for.
 */
final class StubLibrary {
  private static final int PAGE = 1 << 16;
  private static final int HEADERS = 64 + 3 * 56;

  /** {@code xor eax, eax; ret}. */
  private static final byte[] X86_64 = {0x31, (byte) 0xC0, (byte) 0xC3, (byte) 0x90};

  /** {@code mov x0, #0; ret}. */
  private static final byte[] ARM64 = {
    0, 0, (byte) 0x80, (byte) 0xD2, (byte) 0xC0, 0x03, 0x5F, (byte) 0xD6
  };

  private StubLibrary() {}

  /**
   * @param name the library's name, for instance {@code libavdevice.so.62}
   * @param version the version that all its symbols carry
   * @param functions the names of its functions
   * @param arm64 for 64-bit ARM, else for x86-64
   */
  static byte[] write(String name, String version, List<String> functions, boolean arm64) {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    names.write(0);
    int nameAt = add(names, name);
    int versionAt = add(names, version);
    int[] functionAt = functions.stream().mapToInt(f -> add(names, f)).toArray();
    int symbols = functions.size() + 1;
    int code = HEADERS;
    int hash = code + 8;
    int symbolTable = align(hash + 4 * (3 + symbols));
    int versions = symbolTable + 24 * symbols;
    int definitions = align(versions + 2 * symbols);
    int strings = definitions + 2 * 28;
    int dynamic = align(strings + names.size());
    int dynamicSize = 16 * 10;
    ByteBuffer out = ByteBuffer.allocate(dynamic + dynamicSize).order(ByteOrder.LITTLE_ENDIAN);

    out.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
    out.putShort((short) 3).putShort((short) (arm64 ? 183 : 62)).putInt(1);
    out.putLong(0).putLong(64).putLong(0).putInt(0);
    out.putShort((short) 64).putShort((short) 56).putShort((short) 3).position(64);
    // The linker writes into the dynamic part, so that it is mapped to a page of its own.
    segment(out, 1, 5, 0, 0, dynamic);
    segment(out, 1, 6, dynamic, PAGE + dynamic, dynamicSize);
    segment(out, 2, 6, dynamic, PAGE + dynamic, dynamicSize);
    out.put(arm64 ? ARM64 : X86_64);

    out.position(hash);
    out.putInt(1).putInt(symbols).putInt(symbols > 1 ? 1 : 0).putInt(0);
    for (int i = 1; i < symbols; i++) {
      out.putInt(i + 1 < symbols ? i + 1 : 0);
    }
    out.position(symbolTable + 24);
    for (int at : functionAt) {
      out.putInt(at).put((byte) 0x12).put((byte) 0).putShort((short) 1).putLong(code).putLong(8);
    }
    out.putShort((short) 0);
    for (int i = 1; i < symbols; i++) {
      out.putShort((short) 2);
    }
    out.position(definitions);
    definition(out, 1, 1, name, nameAt, 28);
    definition(out, 0, 2, version, versionAt, 0);
    out.put(names.toByteArray());

    out.position(dynamic);
    entry(out, 14, nameAt);
    entry(out, 4, hash);
    entry(out, 5, strings);
    entry(out, 6, symbolTable);
    entry(out, 10, names.size());
    entry(out, 11, 24);
    entry(out, 0x6ffffff0, versions);
    entry(out, 0x6ffffffc, definitions);
    entry(out, 0x6ffffffd, 2);
    return out.array();
  }

  private static int add(ByteArrayOutputStream names, String name) {
    int at = names.size();
    names.writeBytes(name.getBytes(US_ASCII));
    names.write(0);
    return at;
  }

  private static int align(int offset) {
    return (offset + 7) & ~7;
  }

  private static void segment(
      ByteBuffer out, int type, int flags, int offset, int address, int size) {
    out.putInt(type).putInt(flags).putLong(offset).putLong(address).putLong(address);
    out.putLong(size).putLong(size).putLong(type == 1 ? PAGE : 8);
  }

  private static void definition(
      ByteBuffer out, int flags, int index, String name, int nameAt, int next) {
    out.putShort((short) 1).putShort((short) flags).putShort((short) index).putShort((short) 1);
    out.putInt(elfHash(name)).putInt(20).putInt(next);
    out.putInt(nameAt).putInt(0);
  }

  private static void entry(ByteBuffer out, long tag, long value) {
    out.putLong(tag).putLong(value);
  }

  private static int elfHash(String name) {
    int hash = 0;
    for (byte b : name.getBytes(US_ASCII)) {
      hash = (hash << 4) + b;
      int high = hash & 0xF0000000;
      hash = (hash ^ (high >>> 24)) & ~high;
    }
    return hash;
  }
}
