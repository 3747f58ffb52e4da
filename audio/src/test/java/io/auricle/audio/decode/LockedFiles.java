package io.auricle.audio.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/** Files as shops lock them, with noise in place of their sound. */
final class LockedFiles {
  private static final int ASF_PACKET_HEAD = 40;

  private LockedFiles() {}

  /** An MP4 whose header comes last, with an entry {@code enca} that was {@code mp4a}. */
  static byte[] commonEncryption(byte[] free) {
    byte[] frma = atom("frma", "mp4a".getBytes(ISO_8859_1));
    byte[] scheme = "\0\0\0\0cenc\0\1\0\0".getBytes(ISO_8859_1);
    byte[] sinf = atom("sinf", TestFiles.join(frma, atom("schm", scheme)));
    byte[] bytes = free.clone();
    String text = new String(bytes, ISO_8859_1);
    int entry = text.indexOf("stsd") + 12;
    ByteBuffer out = ByteBuffer.wrap(bytes);
    int size = out.getInt(entry);
    out.putInt(entry, size + sinf.length);
    out.put(entry + 4, "enca".getBytes(ISO_8859_1));
    for (String name : new String[] {"moov", "trak", "mdia", "minf", "stbl", "stsd"}) {
      int at = text.lastIndexOf(name, entry) - 4;
      out.putInt(at, out.getInt(at) + sinf.length);
    }
    int sound = text.indexOf("mdat") + 4;
    noise(bytes, sound, sound + out.getInt(sound - 8) - 8);
    return inserted(bytes, entry + size, sinf);
  }

  /** An ASF with one object more in its header. */
  static byte[] asf(byte[] free, String object) {
    ByteBuffer more = ByteBuffer.allocate(24 + 64).order(ByteOrder.LITTLE_ENDIAN);
    UUID id = UUID.fromString(object);
    more.putInt((int) (id.getMostSignificantBits() >> 32));
    more.putShort((short) (id.getMostSignificantBits() >> 16));
    more.putShort((short) id.getMostSignificantBits());
    more.order(ByteOrder.BIG_ENDIAN).putLong(id.getLeastSignificantBits());
    more.order(ByteOrder.LITTLE_ENDIAN).putLong(more.capacity());
    more.putInt(32).position(more.position() + 32);
    more.putInt(4).put("DRM\0".getBytes(ISO_8859_1));
    byte[] bytes = free.clone();
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) out.getLong(16);
    out.putLong(16, header + more.capacity()).putInt(24, out.getInt(24) + 1);
    // Packets are as long as the object says in which these are the last numbers but one.
    int packet = out.getInt(header(free) + 92);
    for (int at = header + 50; at + packet <= bytes.length; at += packet) {
      noise(bytes, at + ASF_PACKET_HEAD, at + packet);
    }
    return inserted(bytes, header, more.array());
  }

  /** Where the object of the file's properties begins. */
  private static int header(byte[] asf) {
    byte[] id = {(byte) 0xA1, (byte) 0xDC, (byte) 0xAB, (byte) 0x8C, 0x47, (byte) 0xA9};
    return new String(asf, ISO_8859_1).indexOf(new String(id, ISO_8859_1));
  }

  private static void noise(byte[] bytes, int from, int to) {
    byte[] noise = new byte[to - from];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, from, noise.length);
  }

  private static byte[] atom(String name, byte[] body) {
    byte[] head = ByteBuffer.allocate(4).putInt(8 + body.length).array();
    return TestFiles.join(TestFiles.join(head, name.getBytes(ISO_8859_1)), body);
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    return TestFiles.join(
        TestFiles.join(Arrays.copyOf(bytes, at), more),
        Arrays.copyOfRange(bytes, at, bytes.length));
  }
}
