package io.auricle.cli.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import org.junit.jupiter.api.Test;

final class RawArgumentsTest {
  /** As Java and the system give the same command line. */
  @Test
  void lostBytesAreFoundAgain() {
    assumeTrue(File.separatorChar == '/', "names are texts here");
    String line = "java\0-cp\0x\0Main\0classify\0--model=/m/\u00e9\0-o\0\0/a/caf\u00e9 1.mp3\0ok\0";
    byte[] raw = line.getBytes(ISO_8859_1);
    String[] words = {"classify", "--model=/m/\ufffd", "-o", "", "/a/caf\ufffd 1.mp3", "ok"};
    assertArrayEquals(
        new String[] {
          "classify", "--model=file:///m/%E9", "-o", "", "file:///a/caf%E9%201.mp3", "ok"
        },
        RawArguments.of(words, raw));
  }

  @Test
  void wordsThatAreTextsStay() {
    String[] words = {"classify", "caf\u00e9.mp3", "a\ufffdb.mp3"};
    byte[] raw = "java\0Main\0classify\0caf\u00e9.mp3\0a\ufffdb.mp3\0".getBytes(UTF_8);
    assertArrayEquals(words, RawArguments.of(words, raw));
    // A command line that the system has cut, or does not tell.
    assertArrayEquals(words, RawArguments.of(words, new byte[0]));
  }
}
