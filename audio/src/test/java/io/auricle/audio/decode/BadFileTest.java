package io.auricle.audio.decode;

import static io.auricle.audio.decode.TestFiles.ascii;
import static io.auricle.audio.decode.TestFiles.join;
import static io.auricle.audio.decode.TestFiles.toneWav;
import static io.auricle.audio.decode.TestFiles.wavHeader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadFileTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(22_050));

  private final Path folder;

  BadFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> badFiles() {
    byte[] wav = toneWav(1);
    return Stream.of(
        Arguments.of("empty file", new byte[0], ErrorCode.EMPTY),
        Arguments.of("text", ascii("It was a dark and stormy night.\n"), ErrorCode.UNSUPPORTED),
        Arguments.of("m3u", ascii("#EXTM3U\nhttp://127.0.0.1/a.mp3\n"), ErrorCode.UNSUPPORTED),
        Arguments.of("pls", ascii("[playlist]\nFile1=/etc/passwd\n"), ErrorCode.UNSUPPORTED),
        Arguments.of("cue", ascii("FILE \"a.wav\" WAVE\n"), ErrorCode.UNSUPPORTED),
        Arguments.of("concat", ascii("ffconcat version 1.0\nfile a.wav"), ErrorCode.UNSUPPORTED),
        Arguments.of("4 bytes of header", Arrays.copyOf(wav, 4), ErrorCode.TRUNCATED),
        Arguments.of("30 bytes of header", Arrays.copyOf(wav, 30), ErrorCode.TRUNCATED),
        Arguments.of("header alone", wavHeader(1, 1, 44_100, 16, 0), ErrorCode.EMPTY),
        Arguments.of("header without its data", Arrays.copyOf(wav, 44), ErrorCode.EMPTY),
        Arguments.of("no channels", wav(0, 44_100, 16), ErrorCode.CORRUPT),
        Arguments.of("1 Hz", wav(1, 1, 16), ErrorCode.CORRUPT),
        Arguments.of("10 MHz", wav(1, 10_000_000, 16), ErrorCode.CORRUPT),
        Arguments.of("4 GHz", wav(1, 0xFFFFFFFFL, 16), ErrorCode.CORRUPT),
        Arguments.of("no bits", wav(1, 44_100, 0), ErrorCode.CORRUPT),
        Arguments.of("60000 bits", wav(1, 44_100, 60_000), ErrorCode.CORRUPT),
        Arguments.of("AU without channels", au(24, 3, 44_100, 0), ErrorCode.CORRUPT),
        Arguments.of("AU of 1 Hz", au(24, 3, 1, 1), ErrorCode.CORRUPT),
        Arguments.of("AU whose data start in its header", au(4, 3, 44_100, 1), ErrorCode.CORRUPT),
        Arguments.of("AU cut in its header", ascii(".snd\0\0\0"), ErrorCode.TRUNCATED),
        Arguments.of("FLAC marker and nothing", ascii("fLaC\0\0\0\0"), ErrorCode.CORRUPT),
        Arguments.of(
            "picture", join(ascii("\u0089PNG\r\n\u001a\n"), noise(500)), ErrorCode.UNSUPPORTED),
        Arguments.of("random bytes", noise(50_000), ErrorCode.UNSUPPORTED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void isRefusedWithItsCode(String what, byte[] content, ErrorCode code) throws Exception {
    Path file = folder.resolve("track.wav");
    Files.write(file, content);
    DecodeException thrown = assertThrows(DecodeException.class, () -> DECODER.decode(file, 10));
    assertEquals(code, thrown.code(), thrown.getMessage());
    assertEquals(file + ": " + thrown.reason(), thrown.getMessage());
    assertEquals(1, thrown.reason().lines().count());
  }

  @Test
  void randomBytesAfterAnMp3HeaderEndInTime() throws Exception {
    Path file = folder.resolve("noise.mp3");
    byte[] header = {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x64};
    Files.write(file, join(header, noise(200_000)));
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          try {
            assertTrue(DECODER.decode(file, 60).length() > 0);
          } catch (DecodeException e) {
            assertEquals(ErrorCode.CORRUPT, e.code(), e.getMessage());
          }
        });
  }

  @Test
  void missingFileIsNotFound() {
    assertEquals(ErrorCode.NOT_FOUND, refuse(folder.resolve("none.wav")).code());
  }

  @Test
  void addressIsNotFetched() {
    assertEquals(ErrorCode.UNSUPPORTED, refuse(Path.of("http://127.0.0.1/a.mp3")).code());
    assertEquals(ErrorCode.UNSUPPORTED, refuse(Path.of("rtsp://127.0.0.1/a")).code());
  }

  @Test
  void folderIsNoFile() {
    assertEquals(ErrorCode.UNSUPPORTED, refuse(folder).code());
  }

  @Test
  void namedPipeIsNeverOpened() throws Exception {
    Path pipe = folder.resolve("pipe.wav");
    Process made;
    try {
      made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    } catch (java.io.IOException e) {
      assumeTrue(false, "this system has no mkfifo");
      return;
    }
    assumeTrue(made.waitFor() == 0, "this file system has no named pipes");
    assertTimeoutPreemptively(
        Duration.ofMinutes(2), () -> assertEquals(ErrorCode.UNSUPPORTED, refuse(pipe).code()));
  }

  @Test
  void unreadableFileIsNamed() throws Exception {
    Path file = Files.write(folder.resolve("secret.wav"), toneWav(1));
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX rights");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "root reads every file");
    assertEquals(ErrorCode.CORRUPT, refuse(file).code());
  }

  @Test
  void limitsOnBytesAndLengthHold() throws Exception {
    Path file = Files.write(folder.resolve("long.wav"), toneWav(2));
    DecodeLimits small = DecodeLimits.DEFAULT.withFileBytes(1000);
    DecodeLimits brief = DecodeLimits.DEFAULT.withDecodedSeconds(1);
    assertEquals(ErrorCode.TOO_LARGE, refuse(file, small).code());
    assertEquals(ErrorCode.TOO_LONG, refuse(file, brief).code());
  }

  private static DecodeException refuse(Path file) {
    return refuse(file, DecodeLimits.DEFAULT);
  }

  private static DecodeException refuse(Path file, DecodeLimits limits) {
    AudioDecoder decoder = AudioDecoder.of(new DecodeOptions(22_050, limits));
    return assertThrows(DecodeException.class, () -> decoder.decode(file, 10));
  }

  private static byte[] wav(int channels, long rateHz, int bits) {
    return join(wavHeader(1, channels, rateHz, bits, 1000), new byte[1000]);
  }

  private static byte[] au(int offset, int encoding, int rateHz, int channels) {
    return java.nio.ByteBuffer.allocate(1000)
        .put(ascii(".snd"))
        .putInt(offset)
        .putInt(900)
        .putInt(encoding)
        .putInt(rateHz)
        .putInt(channels)
        .array();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(440).nextBytes(bytes);
    return bytes;
  }
}
