package io.auricle.audio.decode;

import static io.auricle.audio.decode.TestFiles.ascii;
import static io.auricle.audio.decode.TestFiles.join;
import static io.auricle.audio.decode.TestFiles.toneWav;
import static io.auricle.audio.decode.TestFiles.wavHeader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcmFileTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(TestFiles.RATE_HZ));

  private final Path folder;

  PcmFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "wav, pcm_u8, 0.005",
    "wav, pcm_s16le, 1e-7",
    "wav, pcm_s24le, 2e-5",
    "wav, pcm_s32le, 2e-5",
    "wav, pcm_f32le, 2e-5",
    "wav, pcm_f64le, 2e-5",
    "wav, pcm_alaw, 0.02",
    "wav, pcm_mulaw, 0.02",
    "aiff, pcm_s16be, 2e-5",
    "aiff, pcm_s24be, 2e-5",
    "aiff, pcm_s16le, 2e-5",
    "aiff, pcm_f32be, 2e-5",
    "aiff, pcm_f64be, 2e-5",
    "au, pcm_s8, 0.005",
    "au, pcm_s16be, 2e-5",
    "au, pcm_s24be, 2e-5",
    "au, pcm_f32be, 2e-5",
    "au, pcm_f64be, 2e-5",
    "au, pcm_alaw, 0.02",
    "au, pcm_mulaw, 0.02",
    "w64, pcm_s16le, 2e-5",
    "caf, pcm_s16be, 2e-5"
  })
  void toneComesBackFromEveryEncoding(String type, String codec, double tolerance)
      throws Exception {
    Path file = TestFiles.encode(folder, "tone." + type, 0.5, "-c:a", codec, "-ac", "3");
    Signal signal = DECODER.decode(file, 10);
    assertEquals(TestFiles.RATE_HZ / 2, signal.length());
    // FFmpeg spreads one channel over three at its own gain: compare shapes, not levels.
    double gain = signal.at(25) / TestFiles.tone(25);
    for (int i = 0; i < signal.length(); i++) {
      assertEquals(TestFiles.tone(i), signal.at(i) / gain, Math.max(tolerance * 3, 1e-4));
    }
  }

  @Test
  void integersAreScaledByTheirFullScaleAndChannelsAveraged() throws Exception {
    byte[] data = shorts(-32768, -32768, 16384, 0, 32767, 1);
    Path file = write(join(wavHeader(1, 2, TestFiles.RATE_HZ, 16, data.length), data));
    Signal signal = DECODER.decode(file, 1);
    assertEquals(3, signal.length());
    assertEquals(-1f, signal.at(0));
    assertEquals(0.25f, signal.at(1));
    assertEquals(0.5f, signal.at(2));
  }

  @Test
  void unknownAndOddChunksAreSkipped() throws Exception {
    byte[] wav = toneWav(0.1);
    byte[] odd = join(ascii("junk"), new byte[] {3, 0, 0, 0}, ascii("abc\0"));
    Path file = write(join(Arrays.copyOf(wav, 12), odd, Arrays.copyOfRange(wav, 12, wav.length)));
    assertEquals(4410, DECODER.decode(file, 1).length());
  }

  @ParameterizedTest
  @ValueSource(longs = {0xFFFFFFFFL, 0xFFFFFFDBL, 0x80000000L, 0x7FFFFFFFL, 0x7FFFF000L})
  void theLengthOfAPipeIsNoLength(long claimed) throws Exception {
    Path file = write(join(wavHeader(1, 1, TestFiles.RATE_HZ, 16, claimed), new byte[8820]));
    Drained drained = drain(file);
    assertEquals(4410, drained.samples());
    assertEquals(List.of(), drained.warnings());
  }

  @ParameterizedTest
  @ValueSource(longs = {0x7FFFE000L, 0xFFFF0000L, 100_000})
  void aLengthBeyondTheFileIsNotBelieved(long claimed) throws Exception {
    Path file = write(join(wavHeader(1, 1, TestFiles.RATE_HZ, 16, claimed), new byte[8820]));
    Drained result = drain(file);
    assertEquals(4410, result.samples());
    assertEquals(1, result.warnings().size());
    assertTrue(result.warnings().get(0).startsWith("cut"), result.warnings().get(0));
  }

  @Test
  void cutDataIsDecodedWithAWarning() throws Exception {
    byte[] wav = toneWav(1);
    Drained result = drain(write(Arrays.copyOf(wav, wav.length / 2 + 1)));
    assertEquals(44_100 / 2 - 11, (int) result.samples());
    assertEquals(1, result.warnings().size());
  }

  @Test
  void numbersThatAreNotFiniteBecomeSilenceAndHugeOnesAreClamped() throws Exception {
    ByteBuffer data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    data.putFloat(Float.NaN).putFloat(Float.POSITIVE_INFINITY).putFloat(Float.NEGATIVE_INFINITY);
    data.putFloat(1e30f).putFloat(-1e30f).putFloat(0.5f);
    Path file = write(join(wavHeader(3, 1, TestFiles.RATE_HZ, 32, 24), data.array()));
    Signal signal = DECODER.decode(file, 1);
    assertEquals(List.of(0f, 0f, 0f, 65536f, -65536f, 0.5f), floats(signal));
    List<String> warnings = drain(file).warnings();
    assertEquals(2, warnings.size());
    assertTrue(warnings.get(0).startsWith("3 samples"), warnings.get(0));
    assertTrue(warnings.get(1).startsWith("2 samples"), warnings.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b.wav", "it's \"quoted\".wav", "line\nbreak.wav", "-i.wav", "Ängström.wav"})
  void anyNameWorks(String name) throws Exception {
    Path file;
    try {
      file = folder.resolve(name);
    } catch (java.nio.file.InvalidPathException e) {
      org.junit.jupiter.api.Assumptions.assumeTrue(false, "this locale has no such names");
      return;
    }
    Files.write(file, toneWav(0.1));
    assertEquals(4410, DECODER.decode(file, 1).length());
    Path flac = TestFiles.encode(folder, "tone.flac", 0.1);
    Files.move(flac, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(4410, DECODER.decode(file, 1).length());
  }

  @Test
  void tenHoursAreReadInBoundedMemory() throws Exception {
    int rateHz = 16_000;
    long seconds = 36_000;
    long bytes = seconds * rateHz;
    Path file = folder.resolve("long.wav");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(wavHeader(1, 1, rateHz, 8, bytes));
      // A sparse file: 0 is the lowest value of 8-bit samples. The last second is at the middle.
      out.seek(44 + bytes - rateHz);
      byte[] last = new byte[rateHz];
      Arrays.fill(last, (byte) 128);
      out.write(last);
    }
    // As floats the sound would take 2.3 GB, more than the heap of the tests.
    float[] block = new float[1 << 16];
    long samples = 0;
    double sum = 0;
    try (SampleStream stream = AudioDecoder.of(DecodeOptions.at(rateHz)).open(file)) {
      for (int count; (count = stream.read(block, 0, block.length)) >= 0; samples += count) {
        sum += block[0] * (double) count;
      }
    }
    assertEquals(bytes, samples);
    assertEquals(-(seconds - 1.0) * rateHz, sum, 1 << 17);
  }

  private static Drained drain(Path file) throws DecodeException {
    return Drained.of(DECODER, file);
  }

  private Path write(byte[] content) throws java.io.IOException {
    return Files.write(folder.resolve("track.wav"), content);
  }

  private static byte[] shorts(int... values) {
    ByteBuffer out = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      out.putShort((short) value);
    }
    return out.array();
  }

  private static List<Float> floats(Signal signal) {
    return java.util.stream.IntStream.range(0, signal.length()).mapToObj(signal::at).toList();
  }
}
