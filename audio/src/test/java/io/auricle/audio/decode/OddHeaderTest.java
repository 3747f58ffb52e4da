package io.auricle.audio.decode;

import static io.auricle.audio.decode.TestFiles.ascii;
import static io.auricle.audio.decode.TestFiles.join;
import static io.auricle.audio.decode.TestFiles.toneWav;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.Signal;
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

/** RIFX, and recordings whose header was never finished. */
class OddHeaderTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(TestFiles.RATE_HZ));

  private final Path folder;

  OddHeaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "pcm_u8, 1", "pcm_s16le, 2", "pcm_s24le, 3", "pcm_s32le, 4",
    "pcm_f32le, 4", "pcm_f64le, 8", "pcm_mulaw, 1", "pcm_alaw, 1"
  })
  void rifxIsAsItsTwin(String codec, int bytes) throws Exception {
    Path riff = TestFiles.encode(folder, "tone.wav", 0.2, "-c:a", codec, "-bitexact");
    Path rifx = Files.write(folder.resolve("rifx.wav"), rifx(Files.readAllBytes(riff), bytes));
    Signal expected = DECODER.decode(riff, 10);
    Signal actual = DECODER.decode(rifx, 10);
    assertEquals(expected.length(), actual.length());
    for (int i = 0; i < expected.length(); i++) {
      assertEquals(expected.at(i), actual.at(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 36, 4088, -1})
  void unfinishedWavIsDecodedWithAWarning(int riffBytes) throws Exception {
    byte[] wav = toneWav(0.5);
    ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(4, riffBytes).putInt(40, 0);
    assertUnfinished(wav);
  }

  @Test
  void unfinishedAuAndAiffAreDecodedWithAWarning() throws Exception {
    byte[] au = encoded("tone.au", "-c:a", "pcm_s16be");
    ByteBuffer.wrap(au).putInt(8, 0);
    assertUnfinished(au);
    byte[] aiff = encoded("tone.aiff", "-c:a", "pcm_s16be");
    int sound = new String(aiff, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("SSND");
    for (int length : new int[] {0, 8}) {
      ByteBuffer.wrap(aiff).putInt(4, 0).putInt(sound + 4, length);
      assertUnfinished(aiff);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "-1, false"})
  void unfinishedRf64W64AndCafAreDecoded(long length, boolean warned) throws Exception {
    byte[] wav = toneWav(0.5);
    byte[] rf64 = join(ascii("RF64"), new byte[] {-1, -1, -1, -1}, ascii("WAVEds64"), new byte[28]);
    ByteBuffer.wrap(rf64).order(ByteOrder.LITTLE_ENDIAN).putInt(16, 24).putLong(28, length);
    rf64 = join(Arrays.copyOf(rf64, 44), Arrays.copyOfRange(wav, 12, wav.length));
    ByteBuffer.wrap(rf64).putInt(72, -1);
    assertOpen(rf64, warned);
    byte[] w64 = encoded("tone.w64", "-c:a", "pcm_s16le");
    ByteBuffer.wrap(w64)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(16, length)
        .putLong(indexOf(w64, "data") + 16, length);
    assertOpen(w64, warned);
    byte[] caf = encoded("tone.caf", "-c:a", "pcm_s16be");
    ByteBuffer.wrap(caf).putLong(indexOf(caf, "data") + 4, length);
    assertOpen(caf, warned);
  }

  @Test
  void finishedW64AndCafAreAsTheirTwin() throws Exception {
    Path wav = Files.write(folder.resolve("twin.wav"), toneWav(0.5));
    Signal expected = DECODER.decode(wav, 10);
    for (String name : new String[] {"twin.w64", "twin.caf", "low.caf", "float.caf"}) {
      String codec =
          name.equals("float.caf")
              ? "pcm_f32be"
              : name.equals("twin.caf") ? "pcm_s16be" : "pcm_s16le";
      Path twin = TestFiles.encode(folder, name, 0.5, "-c:a", codec);
      Signal actual = DECODER.decode(twin, 10);
      // FFmpeg counts the padding of W64 to eight bytes as sound.
      assertEquals(expected.length(), actual.length(), name.endsWith("w64") ? 3 : 0, name);
      assertEquals(Drained.of(DECODER, wav).rms(), Drained.of(DECODER, twin).rms(), 2e-3, name);
      assertEquals(List.of(), Drained.of(DECODER, twin).warnings(), name);
    }
  }

  @Test
  void oddChunkWithoutItsPaddingIsSkipped() throws Exception {
    byte[] wav = toneWav(0.5);
    byte[] odd = join(ascii("odd "), new byte[] {3, 0, 0, 0}, ascii("abc"));
    byte[] file = join(Arrays.copyOf(wav, 36), odd, Arrays.copyOfRange(wav, 36, wav.length));
    assertOpen(file, false);
  }

  @Test
  void noSamplesAndATagBehindIsEmpty() throws Exception {
    byte[] header = Arrays.copyOf(toneWav(0), 44);
    byte[] tag = join(ascii("LIST"), new byte[] {4, 0, 0, 0}, ascii("INFO"));
    Path file = Files.write(folder.resolve("track.wav"), join(header, tag));
    var thrown = assertThrows(DecodeException.class, () -> DECODER.decode(file, 1));
    assertEquals(ErrorCode.EMPTY, thrown.code(), thrown.getMessage());
  }

  private void assertOpen(byte[] content, boolean warned) throws Exception {
    if (warned) {
      assertUnfinished(content);
      return;
    }
    Path file = Files.write(folder.resolve("track.wav"), content);
    Drained drained = Drained.of(DECODER, file);
    assertEquals(0.5, (double) drained.samples() / TestFiles.RATE_HZ, 0.001);
    assertEquals(List.of(), drained.warnings());
  }

  private static int indexOf(byte[] bytes, String name) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(name);
  }

  private void assertUnfinished(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("track.wav"), content);
    Drained drained = Drained.of(DECODER, file);
    assertEquals(0.5, (double) drained.samples() / TestFiles.RATE_HZ, 0.001);
    assertEquals(1, drained.warnings().size());
    assertTrue(drained.warnings().get(0).startsWith("unfinished"), drained.warnings().get(0));
  }

  private byte[] encoded(String name, String... arguments) throws Exception {
    return Files.readAllBytes(TestFiles.encode(folder, name, 0.5, arguments));
  }

  /** A RIFF file with all its numbers turned round. */
  private static byte[] rifx(byte[] riff, int sampleBytes) {
    ByteBuffer in = ByteBuffer.wrap(riff).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer out = ByteBuffer.allocate(riff.length);
    out.put(ascii("RIFX")).putInt(in.getInt(4)).put(ascii("WAVE"));
    for (int at = 12; at + 8 <= riff.length; ) {
      String id = new String(riff, at, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
      int length = in.getInt(at + 4);
      out.put(ascii(id)).putInt(length);
      byte[] body = Arrays.copyOfRange(riff, at + 8, at + 8 + length);
      if (id.equals("fmt ")) {
        int[] fields = {2, 2, 4, 4, 2, 2, 2, 2, 4, 4, 2, 2};
        for (int i = 0, from = 0; i < fields.length && from < length; from += fields[i++]) {
          reverse(body, from, fields[i]);
        }
      } else if (id.equals("fact")) {
        reverse(body, 0, 4);
      } else if (id.equals("data")) {
        for (int i = 0; i < length; i += sampleBytes) {
          reverse(body, i, sampleBytes);
        }
      }
      out.put(body);
      at += 8 + length + (length & 1);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void reverse(byte[] bytes, int from, int count) {
    for (int i = 0; i < count / 2; i++) {
      byte kept = bytes[from + i];
      bytes[from + i] = bytes[from + count - 1 - i];
      bytes[from + count - 1 - i] = kept;
    }
  }
}
