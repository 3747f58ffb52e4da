package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ffmpeg.FilePackets;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of each format, as FFmpeg reads them; the sound and the way back. */
final class TagFormatsTest {
  private static final String GENRE = "Hip-Hop/Rap \u03a8";
  private static final String SCORES = "hiphop=0.831; jazz=0.102";
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "GENRE", List.of(GENRE),
          "MOOD", List.of("calm"),
          "AURICLE_GENRE", List.of(SCORES));

  private final Path folder;

  TagFormatsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static FilePackets packets(Path file) throws Exception {
    return FilePackets.read(file, DecodeLimits.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp3, -id3v2_version 3",
    "b.mp3, -id3v2_version 4 -metadata genre=Rock",
    "c.mp3, -id3v2_version 0 -write_id3v1 1",
    "a.aac, -c:a aac -f adts",
    "a.flac, -metadata genre=Rock",
    "a.ogg, -c:a vorbis -strict -2 -ac 2",
    "a.opus, -c:a libopus -metadata genre=Rock",
    "flac.ogg, -c:a flac",
    "speex.ogg, -c:a libspeex",
    "a.m4a, -c:a aac",
    "fast.m4a, -c:a aac -movflags +faststart -metadata genre=Rock",
    "a.wav, -metadata genre=Rock",
    "b.wav, -bitexact",
    "a.aiff, -write_id3v2 1",
    "a.wma, -c:a wmav2 -metadata genre=Rock"
  })
  void fieldsAreReadByOthersAndNothingElseChanges(String name, String arguments) throws Exception {
    Path file = MadeFiles.encode(folder, name, arguments.split(" "));
    boolean rock = arguments.contains("genre=Rock");
    assertEquals(rock ? Map.of("GENRE", List.of("Rock")) : Map.of(), MadeFiles.fields(file));
    FilePackets before = packets(file);
    Path changed = MadeFiles.changed(file, FIELDS);
    FilePackets after = packets(changed);
    assertEquals(before.streams(), after.streams());
    assertEquals(FIELDS, MadeFiles.fields(changed));
    Map<String, String> tags = after.metadata().tags();
    assertEquals(GENRE, tags.get("genre"), tags.toString());
    assertEquals("calm", tags.get("mood"), tags.toString());
    assertEquals(SCORES, tags.get("auricle_genre"), tags.toString());
    before
        .metadata()
        .tags()
        .forEach((tag, value) -> assertEquals(tag.equals("genre") ? GENRE : value, tags.get(tag)));
    assertTrue(MadeFiles.isUndone(file, changed));

    // Once more, from a file that has them: less, and a value of its own for each of two.
    Path again = MadeFiles.changed(changed, Map.of("GENRE", List.of("A", "B"), "MOOD", List.of()));
    assertEquals(before.streams(), packets(again).streams());
    assertEquals(
        Map.of("GENRE", List.of("A", "B"), "AURICLE_GENRE", List.of(SCORES)),
        MadeFiles.fields(again));
    assertTrue(MadeFiles.isUndone(changed, again));
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp3, -id3v2_version 3, TBPM, TKEY",
    "b.mp3, -id3v2_version 4, TBPM, TKEY",
    "a.flac, -metadata KEY=C -metadata TEMPO=99, bpm, initialkey",
    "a.opus, -c:a libopus, bpm, initialkey",
    "a.m4a, -c:a aac, tmpo, initialkey",
    "a.wav, -c:a pcm_s16le, TBPM, TKEY",
    "a.aiff, -write_id3v2 1, TBPM, TKEY",
    "a.wma, -c:a wmav2, WM/BeatsPerMinute, WM/InitialKey"
  })
  void tempoAndKeyGoWherePlayersLook(String name, String arguments, String bpm, String key)
      throws Exception {
    Path file = MadeFiles.encode(folder, name, arguments.split(" "));
    Map<String, List<String>> fields = Map.of("BPM", List.of("118"), "INITIALKEY", List.of("F#m"));
    Path changed = MadeFiles.changed(file, fields);
    assertEquals(fields, MadeFiles.fields(changed));
    assertEquals(packets(file).streams(), packets(changed).streams());
    String bytes = Files.readString(changed, ISO_8859_1).replace("\0", "").toUpperCase(ROOT);
    assertTrue(bytes.contains(bpm.toUpperCase(ROOT)), bpm);
    assertTrue(bytes.contains(key.toUpperCase(ROOT)), key);
    assertTrue(packets(changed).metadata().tags().containsValue("F#m"));
    assertTrue(MadeFiles.isUndone(file, changed));
    Path again = MadeFiles.changed(changed, Map.of("BPM", List.of(), "INITIALKEY", List.of()));
    assertEquals(Map.of(), MadeFiles.fields(again));
  }

  @ParameterizedTest
  @CsvSource({
    "a.opus, -c:a libopus",
    "a.ogg, -c:a vorbis -strict -2 -ac 2",
    "flac.ogg, -c:a flac",
    "a.flac, -c:a flac",
    "a.mp3, -c:a libmp3lame",
    "fast.m4a, -c:a aac -movflags +faststart",
    "a.wav, -c:a pcm_s16le"
  })
  void megabytesFitAndGoAgain(String name, String arguments) throws Exception {
    Path file = MadeFiles.encode(folder, name, arguments.split(" "));
    Map<String, List<String>> large = Map.of("AURICLE_LARGE", List.of("x".repeat(1_000_000)));
    Path changed = MadeFiles.changed(file, large);
    assertEquals(large, MadeFiles.fields(changed));
    assertEquals(packets(file).streams(), packets(changed).streams());
    assertTrue(MadeFiles.isUndone(file, changed));
    if (file.toString().matches(".*\\.(opus|ogg)")) {
      assertEquals(List.of(), wrongPages(changed));
    }
    Path small = MadeFiles.changed(changed, Map.of("AURICLE_LARGE", List.of()));
    assertEquals(packets(file).streams(), packets(small).streams());
    assertTrue(MadeFiles.isUndone(changed, small));
  }

  /** Pages that do not follow each other or whose checksum is wrong, by the rule of RFC 3533. */
  private static List<Integer> wrongPages(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<Integer> wrong = new ArrayList<>();
    int number = 0;
    int at = 0;
    while (at < bytes.length) {
      int length = 27 + (bytes[at + 26] & 0xFF);
      for (int i = 0; i < (bytes[at + 26] & 0xFF); i++) {
        length += bytes[at + 27 + i] & 0xFF;
      }
      byte[] page = Arrays.copyOfRange(bytes, at, at + length);
      long sum = Numbers.of(page, 22, ByteOrder.LITTLE_ENDIAN);
      long sequence = Numbers.of(page, 18, ByteOrder.LITTLE_ENDIAN);
      Arrays.fill(page, 22, 26, (byte) 0);
      long own = 0;
      for (byte b : page) {
        own ^= (b & 0xFFL) << 24;
        for (int bit = 0; bit < 8; bit++) {
          own = (own & 0x8000_0000L) != 0 ? (own << 1 ^ 0x04C1_1DB7L) & 0xFFFF_FFFFL : own << 1;
        }
      }
      if (own != sum || sequence != number) {
        wrong.add(number);
      }
      number++;
      at += length;
    }
    return wrong;
  }

  @Test
  void damagedFilesAreRefusedOrComeBackAsTheyWere() throws Exception {
    List<Path> files =
        List.of(
            MadeFiles.encode(folder, "a.mp3", "-metadata", "genre=Rock"),
            MadeFiles.encode(folder, "a.flac", "-metadata", "genre=Rock"),
            MadeFiles.encode(folder, "a.opus", "-metadata", "genre=Rock"),
            MadeFiles.encode(folder, "a.m4a", "-movflags", "+faststart", "-metadata", "genre=Rock"),
            MadeFiles.encode(folder, "b.wav", "-metadata", "genre=Rock"),
            MadeFiles.encode(folder, "a.aiff", "-write_id3v2", "1", "-metadata", "genre=Rock"),
            MadeFiles.encode(folder, "a.wma", "-metadata", "genre=Rock"));
    Random random = new Random(7);
    int written = 0;
    int refused = 0;
    for (int i = 0; i < 1400; i++) {
      Path file = files.get(i % files.size());
      byte[] bytes = Files.readAllBytes(file);
      int near = Math.min(bytes.length, i % 2 == 0 ? 400 : bytes.length);
      for (int j = 0; j <= random.nextInt(4); j++) {
        bytes[random.nextInt(near)] = (byte) random.nextInt(256);
      }
      if (i % 5 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
      }
      Path damaged = Files.write(folder.resolve("damaged" + i % files.size()), bytes);
      try {
        Path changed = MadeFiles.changed(damaged, FIELDS);
        assertEquals(FIELDS, MadeFiles.fields(changed), "i=" + i);
        assertTrue(MadeFiles.isUndone(damaged, changed), "i=" + i);
        written++;
      } catch (TagException e) {
        assertTrue(e.reason().lines().count() == 1, e.reason());
        refused++;
      }
    }
    assertTrue(written > 200 && refused > 200, "written=%d refused=%d".formatted(written, refused));
  }

  @Test
  void whatHasNoTagsIsNamed() throws Exception {
    Path text = Files.writeString(folder.resolve("a.mp3"), "no sound");
    TagException e = assertThrows(TagException.class, () -> MadeFiles.fields(text));
    assertEquals(TagFault.UNSUPPORTED, e.fault());
    Path empty = Files.write(folder.resolve("empty.mp3"), new byte[0]);
    assertEquals(
        TagFault.UNSUPPORTED,
        assertThrows(TagException.class, () -> MadeFiles.fields(empty)).fault());
    Path matroska = MadeFiles.encode(folder, "a.mka", "-c:a", "flac");
    assertEquals(
        TagFault.UNSUPPORTED,
        assertThrows(TagException.class, () -> MadeFiles.fields(matroska)).fault());
  }

  @Test
  void fragmentsWhosePlacesWouldMoveAreRefused() throws Exception {
    Path file =
        MadeFiles.encode(folder, "a.m4a", "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov");
    TagException e = assertThrows(TagException.class, () -> MadeFiles.changed(file, FIELDS));
    assertEquals(TagFault.UNSUPPORTED, e.fault());
  }
}
