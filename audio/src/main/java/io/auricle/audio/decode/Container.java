package io.auricle.audio.decode;

import io.auricle.file.TextBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What kind of file it is, decided by its first bytes alone: names lie. */
enum Container {
  WAV,
  AIFF,
  AU,
  W64,
  CAF,
  /** Words, markup or a playlist: nothing to listen to. */
  TEXT,
  /** Starts as a compressed audio format does. */
  COMPRESSED,
  /** May still be audio: a decoder has to try. */
  UNKNOWN;

  /** How many bytes {@link #of} wants to see, where the file has them. */
  static final int HEAD_BYTES = 4096;

  private static final List<String> RIFF = List.of("RIFF", "RIFX", "RF64", "BW64");

  private static final List<String> MAGIC =
      List.of(
          "ID3",
          "fLaC",
          "OggS",
          "wvpk",
          "MAC ",
          "TTA1",
          "MPCK",
          "MP+",
          "#!AMR",
          "riff",
          "\u001aE\u00df\u00a3",
          "0&\u00b2u",
          "DSD ",
          "FRM8",
          "ADIF",
          "\u000bw",
          "FLV",
          ".RMF",
          "tBaK");

  /** What a stream begins with, which then stands where it stood. */
  static Container at(InputStream in) throws IOException {
    in.mark(HEAD_BYTES);
    Container container = of(in.readNBytes(HEAD_BYTES));
    in.reset();
    return container;
  }

  /** Whether it is read in Java. */
  boolean isPcm() {
    return this == WAV || this == AIFF || this == AU || this == W64 || this == CAF;
  }

  static Container of(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 12), StandardCharsets.ISO_8859_1);
    if (start.startsWith("WAVE", 8) && RIFF.contains(start.substring(0, 4))) {
      return WAV;
    }
    if (start.startsWith("FORM") && (start.startsWith("AIFF", 8) || start.startsWith("AIFC", 8))) {
      return AIFF;
    }
    if (start.startsWith(".snd")) {
      return AU;
    }
    if (start.startsWith("riff") && startsAt(head, 24, "wave")) {
      return W64;
    }
    if (start.startsWith("caff")) {
      return CAF;
    }
    // A header cut this short: its reader says so.
    if (head.length < 12 && (start.startsWith("RIFF") || start.startsWith("RIFX"))) {
      return WAV;
    }
    if (head.length < 12 && start.startsWith("FORM")) {
      return AIFF;
    }
    if (TextBytes.isText(head) && !start.startsWith("#!AMR")) {
      return TEXT;
    }
    boolean mpeg = head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0;
    if (mpeg || start.startsWith("ftyp", 4) || MAGIC.stream().anyMatch(start::startsWith)) {
      return COMPRESSED;
    }
    return UNKNOWN;
  }

  private static boolean startsAt(byte[] head, int at, String name) {
    int end = at + name.length();
    return head.length >= end
        && new String(head, at, name.length(), StandardCharsets.ISO_8859_1).equals(name);
  }
}
