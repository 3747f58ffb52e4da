package io.auricle.audio.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.Excerpt;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound that is no file, a stream of bytes or an array, is heard as the file would be. */
final class SoundAtHandTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(22_050));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "art_empty.flac",
        "title_trap.mp3",
        "chained.ogg",
        "phase_dither.wav",
        "opus.webm"
      })
  void streamSoundsAsItsFile(String name) throws Exception {
    Path file =
        Path.of(Objects.requireNonNull(CaseFileTest.class.getResource("cases/" + name)).toURI());
    Drained expected = Drained.of(DECODER, file);
    List<String> before = temporary();
    try (InputStream in = Files.newInputStream(file);
        SampleStream stream = DECODER.open(in, "upload")) {
      Signal signal = AudioFiles.gather(stream, Integer.MAX_VALUE - 8);
      assertEquals(expected.samples(), signal.length());
      assertEquals(expected.warnings(), stream.warnings());
      assertArrayEquals(AudioFiles.load(file).toArray(), signal.toArray());
    }
    assertEquals(before, temporary(), "nothing stays among the temporary files");
  }

  /** Longer than what is kept in memory. */
  @Test
  void longStreamOfSamplesIsKeptInAFile() throws Exception {
    int frames = StreamInput.MEMORY_BYTES / 2 + 12_345;
    ByteBuffer samples = ByteBuffer.allocate(2 * frames).order(ByteOrder.LITTLE_ENDIAN);
    Random random = new Random(7);
    for (int i = 0; i < frames; i++) {
      samples.putShort((short) random.nextInt(-9000, 9000));
    }
    byte[] wav =
        TestFiles.join(TestFiles.wavHeader(1, 1, 22_050, 16, 2L * frames), samples.array());
    try (SampleStream stream = DECODER.open(new ByteArrayInputStream(wav), "long")) {
      Signal signal = AudioFiles.gather(stream, Integer.MAX_VALUE - 8);
      assertEquals(frames, signal.length());
      assertEquals(samples.getShort(2 * (frames - 1)) / 32768f, signal.at(frames - 1));
    }
  }

  @Test
  void cutStreamSaysSoAsACutFileDoes(@TempDir Path folder) throws Exception {
    byte[] whole = TestFiles.toneWav(2);
    byte[] cut = Arrays.copyOf(whole, whole.length - 5000);
    Path file = Files.write(folder.resolve("cut.wav"), cut);
    try (SampleStream stream = DECODER.open(new ByteArrayInputStream(cut), "cut")) {
      AudioFiles.gather(stream, 1 << 20);
      assertEquals(Drained.of(DECODER, file).warnings(), stream.warnings());
      assertEquals(1, stream.warnings().size());
    }
  }

  @Test
  void faultsNameWhatTheUserNamed() {
    assertFault(ErrorCode.EMPTY, "a.mp3: is an empty stream", new byte[0]);
    assertFault(
        ErrorCode.UNSUPPORTED,
        "a.mp3: is text, not audio; playlists are not followed, give the files themselves",
        "#EXTM3U\nsong.mp3\n".getBytes(StandardCharsets.UTF_8));
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    DecodeException e = assertFault(ErrorCode.UNSUPPORTED, "a.mp3: ", noise);
    assertFalse(String.valueOf(e.getMessage()).contains("auricle-stream"), e.getMessage());
  }

  private static DecodeException assertFault(ErrorCode code, String message, byte[] bytes) {
    DecodeException e =
        assertThrows(
            DecodeException.class,
            () -> AudioFiles.load(new ByteArrayInputStream(bytes), "a.mp3", 22_050));
    assertEquals(code, e.code());
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
    return e;
  }

  @Test
  void streamMayNotBeLargerThanTheLimit() {
    AudioDecoder small =
        AudioDecoder.of(new DecodeOptions(22_050, DecodeLimits.DEFAULT.withFileBytes(100_000)));
    byte[] flac = new byte[200_000];
    flac[0] = 'f';
    flac[1] = 'L';
    flac[2] = 'a';
    flac[3] = 'C';
    for (byte[] bytes : List.of(TestFiles.toneWav(3), flac)) {
      DecodeException e =
          assertThrows(
              DecodeException.class, () -> small.open(new ByteArrayInputStream(bytes), "big"));
      assertEquals(ErrorCode.TOO_LARGE, e.code());
    }
  }

  @Test
  void faultOfTheStreamIsItsOwn() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(TestFiles.toneWav(1)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }

              @Override
              public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("connection reset");
              }
            });
    IOException e = assertThrows(IOException.class, () -> DECODER.open(broken, "socket"));
    assertEquals("connection reset", e.getMessage());
  }

  @Test
  void interruptedThreadReadsNoFurther() {
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          CancellationException.class,
          () -> DECODER.open(new ByteArrayInputStream(TestFiles.toneWav(3)), "tone"));
    } finally {
      assertTrue(Thread.interrupted(), "it stays interrupted");
    }
  }

  @Test
  void arraySoundsAsAFileOfItsFloats(@TempDir Path folder) throws Exception {
    float[] samples = new float[44_100];
    Random random = new Random(3);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.nextFloat() - 0.5f;
    }
    samples[100] = Float.NaN;
    samples[101] = Float.NEGATIVE_INFINITY;
    samples[102] = 1e9f;
    ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(samples);
    byte[] wav =
        TestFiles.join(TestFiles.wavHeader(3, 1, 44_100, 32, bytes.capacity()), bytes.array());
    Path file = Files.write(folder.resolve("floats.wav"), wav);
    try (SampleStream stream = DECODER.open(samples, 44_100)) {
      Signal signal = AudioFiles.gather(stream, 1 << 20);
      assertArrayEquals(AudioFiles.load(file).toArray(), signal.toArray());
      assertEquals(Drained.of(DECODER, file).warnings(), stream.warnings());
      assertEquals(2, stream.warnings().size());
      assertTrue(stream.hasSound());
    }
    assertTrue(Float.isNaN(samples[100]), "the caller's array is not changed");
    assertThrows(IllegalArgumentException.class, () -> DECODER.open(samples, 0));
    DecodeException empty =
        assertThrows(
            DecodeException.class, () -> DECODER.open(new float[0], 22_050).read(samples, 0, 1));
    assertEquals(ErrorCode.EMPTY, empty.code());
  }

  @Test
  void loadKnowsRatesAndParts(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("tone.wav"), TestFiles.toneWav(2));
    assertEquals("Signal[44100 samples at 22050 Hz]", AudioFiles.load(file).toString());
    assertEquals(16_000, AudioFiles.load(file, 8000).length());
    assertEquals(44_100, AudioFiles.loadAtOwnRate(file).sampleRateHz());
    assertEquals(88_200, AudioFiles.loadAtOwnRate(file).length());
    Signal part = AudioFiles.load(file, 44_100, new Excerpt(0.5, 0.25));
    assertArrayEquals(
        AudioFiles.loadAtOwnRate(file).slice(22_050, 33_075).toArray(), part.toArray());
  }

  /** FFmpeg gives the last seconds of an Ogg file when it is to seek far behind them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"jazz.wav", "metal.mp3", "classical.flac", "disco.ogg", "country.opus", "pop.m4a"})
  void excerptBehindTheEndHoldsNothing(String name) throws Exception {
    Path file = Path.of("../samples").resolve(name);
    double end = AudioFiles.loadAtOwnRate(file).durationSeconds();
    for (double start : new double[] {end + 1, 100, 1e12, Double.MAX_VALUE}) {
      DecodeException e =
          assertThrows(
              DecodeException.class, () -> AudioFiles.load(file, 22_050, new Excerpt(start, 1)));
      assertEquals(ErrorCode.EMPTY, e.code(), e.getMessage());
    }
    Signal rest = AudioFiles.load(file, 22_050, new Excerpt(end - 0.5, Double.MAX_VALUE));
    assertEquals(0.5, rest.durationSeconds(), 0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jazz.wav", "metal.mp3"})
  void readerWithoutRoomGetsNothingAndLosesNothing(String name) throws Exception {
    Path file = Path.of("../samples").resolve(name);
    for (int rate : new int[] {22_050, 16_000}) {
      AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(rate));
      try (SampleStream whole = decoder.open(file);
          SampleStream part = decoder.open(file, List.of(new Excerpt(0, 1)))) {
        for (SampleStream stream : List.of(whole, part)) {
          assertEquals(0, stream.read(new float[1], 1, 0));
          assertThrows(IndexOutOfBoundsException.class, () -> stream.read(new float[4], 2, 3));
          assertTrue(stream.read(new float[4], 0, 4) > 0);
        }
      }
    }
  }

  private static List<String> temporary() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir", "")))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("auricle-stream-" + pid()))
          .sorted()
          .forEach(names::add);
    }
    return names;
  }

  private static String pid() {
    return Long.toString(ProcessHandle.current().pid(), 36) + "-";
  }
}
