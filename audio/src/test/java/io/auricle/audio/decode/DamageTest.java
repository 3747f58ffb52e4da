package io.auricle.audio.decode;

import static io.auricle.audio.decode.TestFiles.ascii;
import static io.auricle.audio.decode.TestFiles.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Cut" and "damaged" are said of the sound, and of nothing else. */
class DamageTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(22_050));
  private static final int SECONDS = 6;

  private final Path folder;

  DamageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mp3", "aac", "flac", "ogg", "opus", "m4a", "ac3", "mp2", "wv", "tta", "mka"})
  void whatFollowsTheSoundIsNoDamage(String type) throws Exception {
    byte[] whole = encoded(type);
    long samples = Drained.of(DECODER, write(type, whole)).samples();
    byte[] id3v1 = Arrays.copyOf(ascii("TAGinvalid concatenated file"), 128);
    for (byte[] tail : List.of(new byte[50_000], noise(50_000), ape(noise(50_000)), id3v1)) {
      Drained drained = Drained.of(DECODER, write(type, join(whole, tail)));
      assertEquals(List.of(), drained.warnings());
      // Zeros and tags hide where the padding of the last packet begins.
      assertEquals(samples / 22_050.0, drained.samples() / 22_050.0, 0.1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "aac", "flac", "ogg", "opus", "m4a", "ac3", "mp2", "mka", "wma"})
  void soundThatIsLostInTheMiddleIsDamage(String type) throws Exception {
    byte[] whole = encoded(type);
    Arrays.fill(whole, whole.length / 2, whole.length / 2 + whole.length / 8, (byte) 0);
    List<String> warnings = Drained.of(DECODER, write(type, whole)).warnings();
    String all = String.join("; ", warnings);
    assertTrue(all.contains("damaged: ") || all.contains("cut: "), all);
  }

  @Test
  void joinedFilesWithTheirTagsAreNoDamage() throws Exception {
    byte[] whole = encoded("mp3");
    byte[] id3v2 = join(ascii("ID3\u0004\0\0\0\0\u0001\0"), new byte[128]);
    byte[] id3v1 = Arrays.copyOf(ascii("TAGTitle"), 128);
    Drained drained = Drained.of(DECODER, write("mp3", join(whole, id3v1, id3v2, whole)));
    assertEquals(List.of(), drained.warnings());
    assertEquals(2 * SECONDS, drained.samples() / 22_050.0, 0.2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "flac", "wv", "tta", "mka"})
  void shorterThanTheHeaderSaysIsCut(String type) throws Exception {
    byte[] whole = encoded(type);
    Path file = write(type, Arrays.copyOf(whole, whole.length * 6 / 10));
    assertTrue(Drained.of(DECODER, file).warnings().get(0).startsWith("cut: the header says 6.0"));
  }

  /** No header says how long the sound is, but the structure of the file says where it ends. */
  @ParameterizedTest
  @ValueSource(strings = {"ogg", "opus", "oga", "aac", "avi", "frames.mp3", "mp2"})
  void whatBreaksOffIsCut(String type) throws Exception {
    byte[] whole = encoded(type, "-write_xing", "0");
    assertEquals(List.of(), Drained.of(DECODER, write(type, whole)).warnings());
    for (int more : List.of(100, 104)) {
      Path file = write(type, Arrays.copyOf(whole, whole.length * 6 / 10 + more));
      String warnings = String.join("; ", Drained.of(DECODER, file).warnings());
      assertTrue(warnings.startsWith("cut: "), warnings);
    }
  }

  /** A film says how long it is, not how long its sound is; but how many bytes it has. */
  @ParameterizedTest
  @ValueSource(strings = {"mkv", "mp4", "avi"})
  void filmsThatBreakOffAreCut(String type) throws Exception {
    byte[] whole =
        encoded(
            type,
            "-filter_complex",
            "color=s=16x16:d=6:r=5",
            "-c:v",
            "mpeg4",
            "-movflags",
            "+faststart");
    assertEquals(List.of(), Drained.of(DECODER, write(type, whole)).warnings());
    byte[] cut = Arrays.copyOf(whole, whole.length * 6 / 10 + 100);
    List<String> warnings = Drained.of(DECODER, write(type, cut)).warnings();
    assertTrue(warnings.get(0).startsWith("cut: "), warnings.toString());
    assertTrue(warnings.get(0).contains(" bytes are missing"), warnings.toString());
  }

  /** Written into a pipe: nobody could put the sizes in afterwards. */
  @ParameterizedTest
  @ValueSource(strings = {"matroska", "webm", "avi", "ogg", "adts"})
  void whatWentThroughAPipeIsWhole(String format) throws Exception {
    byte[] whole = TestFiles.encodeToPipe(folder, format, SECONDS);
    assertEquals(List.of(), Drained.of(DECODER, write(format, whole)).warnings());
  }

  @Test
  void ircamIsDecoded() throws Exception {
    Path file = TestFiles.encode(folder, "tone.ircam", SECONDS);
    assertEquals(SECONDS, Drained.of(DECODER, file).samples() / 22_050.0, 0.01);
  }

  @Test
  void coversOfAnyKindAreNoDamage() throws Exception {
    byte[] whole = encoded("mp3");
    for (String kind : List.of("image/jpeg", "image/png", "image/webp", "image/gif")) {
      byte[] head =
          kind.endsWith("png") ? ascii("\u0089PNG\r\n\u001a\n") : ascii("\u00ff\u00d8\u00ff\u00e0");
      byte[] picture = join(head, noise(200_000));
      Drained drained = Drained.of(DECODER, write("mp3", join(cover(kind, picture), whole)));
      assertEquals(List.of(), drained.warnings(), kind);
      assertEquals(SECONDS, drained.samples() / 22_050.0, 0.1);
    }
  }

  private byte[] encoded(String type, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(more));
    if (!type.endsWith("mp3")) {
      // Other formats do not know the options of MP3.
      arguments.removeAll(List.of("-write_xing", "0"));
    }
    if (!arguments.contains("-filter_complex")) {
      arguments.addAll(List.of("-af", "volume='0.5+0.4*sin(9*t)':eval=frame"));
    }
    return Files.readAllBytes(
        TestFiles.encode(folder, "tone." + type, SECONDS, arguments.toArray(String[]::new)));
  }

  private Path write(String type, byte[] content) throws java.io.IOException {
    return Files.write(folder.resolve("changed." + type), content);
  }

  /** An ID3v2.3 tag with an attached picture. */
  private static byte[] cover(String mime, byte[] picture) {
    byte[] content = join(new byte[1], ascii(mime), new byte[] {0, 3, 0}, picture);
    byte[] frame =
        join(ascii("APIC"), ByteBuffer.allocate(6).putInt(content.length).array(), content);
    int n = frame.length;
    byte[] size = {
      (byte) (n >> 21 & 127), (byte) (n >> 14 & 127), (byte) (n >> 7 & 127), (byte) (n & 127)
    };
    return join(ascii("ID3\u0003\0\0"), size, frame);
  }

  /** An APEv2 tag with a picture, as it stands at the end of a file. */
  private static byte[] ape(byte[] picture) {
    byte[] value = join(ascii("a.jpg\0\u00ff\u00d8\u00ff\u00e0"), picture);
    byte[] item = join(le(value.length, 2), ascii("Cover Art (Front)\0"), value);
    byte[] head = ascii("APETAGEX");
    return join(
        head,
        le(2000, item.length + 32, 1, 0xA0000000),
        new byte[8],
        item,
        head,
        le(2000, item.length + 32, 1, 0x80000000),
        new byte[8]);
  }

  private static byte[] le(int... values) {
    ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      out.putInt(value);
    }
    return out.array();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(440).nextBytes(bytes);
    return bytes;
  }
}
