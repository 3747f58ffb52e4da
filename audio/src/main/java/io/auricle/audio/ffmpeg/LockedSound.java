package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Signs of copy protection that FFmpeg reads without a word, because it would decode the sound if
 * it had a key: MP4 with common encryption, ASF with advanced content encryption.
 */
final class LockedSound {
  /** A header of hours of sound has some of them. */
  private static final int MOST_BYTES = 64 << 20;

  /** Behind the name of the atom: its version, the number of entries, the size of the first. */
  private static final int TO_KIND = 16;

  /** 43058533-6981-49E6-9B74-AD12CB86D58C, as ASF writes it. */
  private static final String ADVANCED =
      new String(
          new byte[] {
            0x33,
            (byte) 0x85,
            0x05,
            0x43,
            (byte) 0x81,
            0x69,
            (byte) 0xE6,
            0x49,
            (byte) 0x9B,
            0x74,
            (byte) 0xAD,
            0x12,
            (byte) 0xCB,
            (byte) 0x86,
            (byte) 0xD5,
            (byte) 0x8C
          },
          ISO_8859_1);

  private LockedSound() {}

  /**
   * Whether a file has one.
   *
   * @param format FFmpeg's name of its container
   */
  static boolean isIn(Path file, String format) throws IOException {
    if (!format.startsWith("mov,") && !format.equals("asf")) {
      return false;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return format.equals("asf") ? asf(in) : mp4(new DataInputStream(in));
    }
  }

  private static boolean asf(InputStream in) throws IOException {
    byte[] start = in.readNBytes(24);
    if (start.length < 24) {
      return false;
    }
    long size = 0;
    for (int i = 7; i >= 0; i--) {
      size = (size << 8) | (start[16 + i] & 0xFF);
    }
    int header = (int) Math.max(0, Math.min(MOST_BYTES, size - start.length));
    return new String(in.readNBytes(header), ISO_8859_1).contains(ADVANCED);
  }

  private static boolean mp4(DataInputStream in) throws IOException {
    while (true) {
      byte[] head = in.readNBytes(8);
      if (head.length < 8) {
        return false;
      }
      long size = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
      long rest = size == 1 ? in.readLong() - 16 : size - 8;
      if (new String(head, 4, 4, ISO_8859_1).equals("moov")) {
        int most = (int) Math.max(0, Math.min(MOST_BYTES, rest));
        return isEncrypted(new String(in.readNBytes(most), ISO_8859_1));
      }
      if (rest < 0) {
        return false;
      }
      in.skipNBytes(rest);
    }
  }

  private static boolean isEncrypted(String moov) {
    for (int at = moov.indexOf("stsd"); at >= 0; at = moov.indexOf("stsd", at + 1)) {
      if (moov.startsWith("enca", at + TO_KIND)) {
        return true;
      }
    }
    return false;
  }
}
