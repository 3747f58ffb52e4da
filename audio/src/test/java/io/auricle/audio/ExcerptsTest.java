package io.auricle.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of files: where they lie, and that they are what lies there. */
final class ExcerptsTest {
  private static final int RATE_HZ = 8000;

  @TempDir private Path folder = Path.of("none");

  @Test
  void lieInTheMiddlesOfEqualParts() {
    assertEquals(
        List.of(
            new Excerpt(25, 10), new Excerpt(85, 10), new Excerpt(145, 10), new Excerpt(205, 10)),
        new Excerpts(4, 10).of(240));
    assertTrue(Excerpts.USUAL.suit(OptionalDouble.of(240)));
    assertFalse(Excerpts.USUAL.suit(OptionalDouble.of(60)));
    assertFalse(Excerpts.USUAL.suit(OptionalDouble.empty()));
    assertThrows(IllegalArgumentException.class, () -> new Excerpts(0, 10));
    assertThrows(IllegalArgumentException.class, () -> new Excerpt(-1, 10));
    assertThrows(IllegalArgumentException.class, () -> new Excerpt(1, 0));
  }

  /** A WAV whose samples rise from 0 to 1 over its length, so that a value tells its time. */
  private Path ramp(double seconds) throws Exception {
    int frames = (int) (seconds * RATE_HZ);
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * frames).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * frames);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(2 * RATE_HZ);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * frames);
    for (int i = 0; i < frames; i++) {
      out.putShort((short) (32_000.0 * i / frames));
    }
    return Files.write(folder.resolve("ramp.wav"), out.array());
  }

  private static float[] read(SampleStream stream) throws DecodeException {
    try (stream) {
      float[] all = new float[100 * RATE_HZ];
      int length = 0;
      for (int n = 0; n >= 0; n = stream.read(all, length, 1000)) {
        length += n;
      }
      return java.util.Arrays.copyOf(all, length);
    }
  }

  @Test
  void excerptsAreWhatLiesThere() throws Exception {
    Path file = ramp(40);
    AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(RATE_HZ));
    float[] whole = read(decoder.open(file));
    float[] parts = read(decoder.open(file, List.of(new Excerpt(5, 2), new Excerpt(30.5, 1))));
    assertEquals(3 * RATE_HZ, parts.length);
    for (int i = 0; i < parts.length; i++) {
      int at = i < 2 * RATE_HZ ? 5 * RATE_HZ + i : (int) (30.5 * RATE_HZ) + i - 2 * RATE_HZ;
      assertEquals(whole[at], parts[i]);
    }
  }

  @Test
  void compressedFilesAreSoughtToTheSample() throws Exception {
    Path file = Path.of("../samples/hiphop.ogg");
    AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(16_000));
    float[] whole = read(decoder.open(file));
    float[] parts = read(decoder.open(file, List.of(new Excerpt(1, 1), new Excerpt(4.5, 1))));
    assertEquals(2 * 16_000, parts.length);
    // Opus has to run for a while before it is where it would be.
    for (int i = 3_200; i < 15_600; i++) {
      assertEquals(whole[16_000 + i], parts[i], 1e-4f);
      assertEquals(whole[72_000 + i], parts[16_000 + i], 1e-4f);
    }
  }

  @Test
  void excerptBehindTheEndIsRefused() throws Exception {
    Path file = ramp(10);
    AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(RATE_HZ));
    DecodeException e =
        assertThrows(
            DecodeException.class,
            () -> read(decoder.open(file, List.of(new Excerpt(2, 1), new Excerpt(20, 1)))));
    assertEquals(ErrorCode.EMPTY, e.code());
  }
}
