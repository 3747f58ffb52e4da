package io.auricle.audio.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.audio.ffmpeg.FfmpegExecutable;
import io.auricle.cache.UserCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegStreamTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(22_050));

  private final Path folder;

  FfmpegStreamTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void useTheBundledFfmpeg() {
    System.clearProperty(FfmpegExecutable.PROPERTY);
  }

  @ParameterizedTest
  @CsvSource({
    "mp3, 44100",
    "ogg, 44100",
    "flac, 44100",
    "m4a, 44100",
    "opus, 48000",
    "wma, 44100",
    "mka, 44100",
    "wv, 44100",
    "aac, 44100",
    "webm, 48000"
  })
  void toneComesBackAtItsLevelAndPitch(String type, int rateHz) throws Exception {
    Path file =
        TestFiles.encode(
            folder, "tone." + type, 2, "-ar", Integer.toString(rateHz), "-b:a", "128k");
    Path disguised = Files.move(file, folder.resolve("tone.wav"));
    Signal signal = DECODER.decode(disguised, 10);
    assertEquals(2, signal.durationSeconds(), 0.12);
    // LAME scales what it encodes by 0.95.
    double level = TestFiles.TONE_AMPLITUDE * (type.equals("mp3") ? 0.95 : 1);
    assertEquals(level, amplitude(signal, TestFiles.TONE_HZ), 0.01);
    assertEquals(0, amplitude(signal, 2 * TestFiles.TONE_HZ), 0.005);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "flac", "ogg"})
  void cutFileIsDecodedWithAWarning(String type) throws Exception {
    Path file = TestFiles.encode(folder, "tone." + type, 10);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    float[] block = new float[4096];
    long samples = 0;
    try (SampleStream stream = DECODER.open(file)) {
      for (int count; (count = stream.read(block, 0, block.length)) >= 0; ) {
        samples += count;
      }
      assertTrue(samples > 22_050 && samples < 9 * 22_050, samples + " samples");
      // The container of Ogg says nothing about the length of the whole.
      assertTrue(type.equals("ogg") || !stream.warnings().isEmpty());
    }
  }

  @Test
  void m4aWithoutItsIndexIsTruncated() throws Exception {
    Path file = TestFiles.encode(folder, "tone.m4a", 3);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    var thrown = assertThrows(DecodeException.class, () -> DECODER.decode(file, 10));
    assertEquals(ErrorCode.TRUNCATED, thrown.code(), thrown.getMessage());
  }

  @Test
  void processEndsWithTheStream() throws Exception {
    Path file = TestFiles.encode(folder, "tone.flac", 20);
    try (SampleStream stream = DECODER.open(file)) {
      assertTrue(stream.read(new float[100], 0, 100) > 0);
    }
    assertNoProcessLeft();
  }

  @Test
  void decoderThatHangsTimesOut() throws Exception {
    Path file = TestFiles.encode(folder, "tone.flac", 1);
    hang();
    DecodeLimits limits = DecodeLimits.DEFAULT.withWallSeconds(0.2);
    AudioDecoder decoder = AudioDecoder.of(new DecodeOptions(22_050, limits));
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          var thrown = assertThrows(DecodeException.class, () -> decoder.decode(file, 10));
          assertEquals(ErrorCode.TIMEOUT, thrown.code());
        });
    assertNoProcessLeft();
  }

  @Test
  void interruptedThreadStopsAndStaysInterrupted() throws Exception {
    Path file = TestFiles.encode(folder, "tone.flac", 1);
    hang();
    var outcome = new java.util.concurrent.atomic.AtomicReference<String>("");
    Thread thread =
        new Thread(
            () -> {
              try {
                DECODER.decode(file, 10);
              } catch (CancellationException e) {
                outcome.set("cancelled, interrupted=" + Thread.currentThread().isInterrupted());
              } catch (DecodeException e) {
                outcome.set(e.toString());
              }
            });
    thread.start();
    Thread.sleep(200);
    thread.interrupt();
    thread.join(120_000);
    assertEquals("cancelled, interrupted=true", outcome.get());
    assertNoProcessLeft();
  }

  @Test
  void missingFfmpegIsSaid() throws Exception {
    Path file = TestFiles.encode(folder, "tone.flac", 1);
    System.setProperty(FfmpegExecutable.PROPERTY, folder.resolve("nothing").toString());
    var thrown = assertThrows(DecodeException.class, () -> DECODER.decode(file, 10));
    assertEquals(ErrorCode.INTERNAL, thrown.code(), thrown.getMessage());
  }

  @Test
  void executableIsUnpackedOnceByManyAtATime() throws Exception {
    System.setProperty(UserCache.PROPERTY, folder.resolve("cache").toString());
    try {
      List<Path> found =
          java.util.stream.IntStream.range(0, 4)
              .parallel()
              .mapToObj(i -> find())
              .distinct()
              .toList();
      assertEquals(1, found.size());
      try (var entries = Files.list(folder.resolve("cache"))) {
        assertEquals(1, entries.count());
      }
    } finally {
      System.clearProperty(UserCache.PROPERTY);
    }
  }

  private static Path find() {
    try {
      return FfmpegExecutable.find().file();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void hang() throws java.io.IOException {
    Path script = Files.writeString(folder.resolve("hang"), "#!/bin/sh\nexec sleep 600\n");
    assumeTrue(script.toFile().setExecutable(true), "needs executable scripts");
    System.setProperty(FfmpegExecutable.PROPERTY, script.toString());
  }

  private static void assertNoProcessLeft() throws InterruptedException {
    for (int i = 0; i < 6000 && ProcessHandle.current().children().findAny().isPresent(); i++) {
      Thread.sleep(20);
    }
    assertFalse(ProcessHandle.current().children().findAny().isPresent());
  }

  /** Amplitude of one frequency in the middle half of a signal. */
  private static double amplitude(Signal signal, double hz) {
    double real = 0;
    double imaginary = 0;
    int from = signal.length() / 4;
    // Whole periods of 441 Hz at 22,050 Hz: 50 samples each.
    int count = signal.length() / 2 / 50 * 50;
    for (int i = from; i < from + count; i++) {
      double angle = 2 * Math.PI * hz * i / signal.sampleRateHz();
      real += signal.at(i) * Math.cos(angle);
      imaginary += signal.at(i) * Math.sin(angle);
    }
    return 2 * Math.hypot(real, imaginary) / count;
  }

  /** Its packets are a tone here, since nothing else tells them from encrypted ones. */
  @ParameterizedTest
  @ValueSource(strings = {"drms", "enca", "aavd"})
  void copyProtectedSoundIsRefusedInWords(String kind) throws Exception {
    Path free = TestFiles.encode(folder, "free.m4a", 2);
    byte[] bytes = Files.readAllBytes(free);
    String text = new String(bytes, ISO_8859_1);
    int at = text.indexOf("mp4a", text.indexOf("stsd"));
    assertTrue(at > 0);
    System.arraycopy(kind.getBytes(ISO_8859_1), 0, bytes, at, 4);
    Path locked = Files.write(folder.resolve("locked.m4p"), bytes);
    assertLocked(locked);
  }

  private static void assertLocked(Path file) {
    DecodeException e = assertThrows(DecodeException.class, () -> Drained.of(DECODER, file));
    assertEquals(ErrorCode.UNSUPPORTED, e.code());
    assertTrue(e.reason().contains("is copy-protected (DRM)"), e.reason());
  }

  /** Where the entry says what it would be without its protection, FFmpeg tries to decode noise. */
  @Test
  void commonEncryptionIsToldFromDamage() throws Exception {
    byte[] bytes = Files.readAllBytes(TestFiles.encode(folder, "free.m4a", 2));
    assertLocked(Files.write(folder.resolve("locked.mp4"), LockedFiles.commonEncryption(bytes)));
  }

  /** Content encryption, extended and advanced content encryption. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2211B3FB-BD23-11D2-B4B7-00A0C955FC6E",
        "298AE614-2622-4C17-B935-DAE07EE9289C",
        "43058533-6981-49E6-9B74-AD12CB86D58C"
      })
  void protectedWmaIsRefusedInWords(String object) throws Exception {
    byte[] bytes = Files.readAllBytes(TestFiles.encode(folder, "free.wma", 2));
    assertLocked(Files.write(folder.resolve("locked.wma"), LockedFiles.asf(bytes, object)));
  }
}
