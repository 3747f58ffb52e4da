package io.auricle.cli.files;

import io.auricle.file.FileName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of the command line as the shell gave them. Java turns them into texts before the
 * program sees them, and loses bytes that are none: a name such as {@code caf\xe9.mp3} arrives with
 * a replacement in it. On Linux the bytes are kept by the system; there such a word becomes the
 * address of its file, which {@link FileName#path} reads.
 */
public final class RawArguments {
  private static final Path OWN = Path.of("/proc/self/cmdline");
  private static final char LOST = '\uFFFD';

  private RawArguments() {}

  /** The words with the lost ones found again, as far as the system tells. */
  public static String[] of(String... words) {
    if (Arrays.stream(words).noneMatch(word -> word.indexOf(LOST) >= 0)) {
      return words;
    }
    try {
      return of(words, Files.readAllBytes(OWN));
    } catch (IOException e) {
      // A system that does not tell: the words are all there is.
      return words;
    }
  }

  /**
   * The same from the bytes of a whole command line.
   *
   * @param commandLine all words of the process, each ended by a zero; the last are the program's
   */
  static String[] of(String[] words, byte[] commandLine) {
    List<byte[]> raw = split(commandLine);
    String[] found = words.clone();
    for (int i = 0; i < words.length; i++) {
      int place = raw.size() - words.length + i;
      if (place >= 0 && words[i].indexOf(LOST) >= 0) {
        found[i] = word(raw.get(place));
      }
    }
    return found;
  }

  private static List<byte[]> split(byte[] commandLine) {
    List<byte[]> words = new ArrayList<>();
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    for (byte b : commandLine) {
      if (b == 0) {
        words.add(word.toByteArray());
        word.reset();
      } else {
        word.write(b);
      }
    }
    return words;
  }

  /** A path, or {@code --option=PATH}. */
  private static String word(byte[] raw) {
    int start = 0;
    if (raw.length > 0 && raw[0] == '-') {
      while (start < raw.length && raw[start] != '=') {
        start++;
      }
      start = start == raw.length ? 0 : start + 1;
    }
    Path path = FileName.ofBytes(Arrays.copyOfRange(raw, start, raw.length));
    return new String(raw, 0, start, java.nio.charset.StandardCharsets.UTF_8) + FileName.text(path);
  }
}
