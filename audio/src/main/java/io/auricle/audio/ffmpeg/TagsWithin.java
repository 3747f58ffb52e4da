package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tags that stand between sounds, where files were joined end to end. Formats without a container
 * have no other way to say that something is no sound, so FFmpeg counts each as a packet that
 * cannot be decoded.
 */
final class TagsWithin {
  private static final int LONGEST = 10;

  private TagsWithin() {}

  /** How many tags (ID3v2, ID3v1, APE) begin behind the first byte. */
  static int count(Path file) throws IOException {
    int count = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.skipNBytes(1);
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == 'I' || b == 'T' || b == 'A') {
          in.mark(LONGEST);
          byte[] next = in.readNBytes(LONGEST - 1);
          in.reset();
          count += isTag((char) b + new String(next, ISO_8859_1)) ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static boolean isTag(String text) {
    if (text.length() < LONGEST) {
      return false;
    }
    if (text.startsWith("ID3")) {
      // A version that there is, and a size of seven bits a byte.
      boolean version = text.charAt(3) >= 2 && text.charAt(3) <= 4 && text.charAt(4) == 0;
      return version && text.substring(6, 10).chars().allMatch(c -> c < 0x80);
    }
    return List.of("TAG", "APETAGEX").stream().anyMatch(text::startsWith);
  }
}
