package io.auricle.library.format;

import static io.auricle.library.format.MadeFiles.block;
import static io.auricle.library.format.MadeFiles.frame;
import static io.auricle.library.format.MadeFiles.join;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ID3 as it is found: of all versions, odd and broken. */
final class Id3Test {
  private static final Map<String, List<String>> JAZZ = Map.of("GENRE", List.of("Jazz"));

  private final Path folder;
  private byte[] sound = new byte[0];

  Id3Test(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void sound() throws Exception {
    sound =
        Files.readAllBytes(
            MadeFiles.encode(folder, "a.mp3", "-id3v2_version", "0", "-write_id3v1", "0"));
  }

  private Path file(byte[]... parts) throws Exception {
    return Files.write(folder.resolve("file.mp3"), join(parts));
  }

  private static String text(Path file) throws Exception {
    return new String(Files.readAllBytes(file), ISO_8859_1);
  }

  /** Behind a damaged frame, too, where libraries give up. */
  @ParameterizedTest
  @CsvSource({"3", "4"})
  void foreignFramesKeepTheirBytes(int version) throws Exception {
    List<byte[]> foreign =
        List.of(
            frame(version, "PRIV", "me\0\1\2\377"),
            frame(version, "XYZW", "unknown"),
            frame(version, "APIC", "\7no picture at all"),
            frame(version, "TXXX", "\0a\0one"),
            frame(version, "TXXX", "\0a\0two"),
            frame(version, "COMM", "\0X"),
            frame(version, "TLEN", ""));
    byte[] genre = frame(version, "TCON", "\0(17)");
    Path file = file(block(version, 0, join(foreign.toArray(byte[][]::new)), genre), sound);
    assertEquals(Map.of("GENRE", List.of("Rock")), MadeFiles.fields(file));
    Path changed = MadeFiles.changed(file, JAZZ);
    foreign.forEach(
        one -> {
          try {
            assertTrue(text(changed).contains(new String(one, ISO_8859_1)));
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
    assertTrue(!text(changed).contains("(17)"));
    assertTrue(MadeFiles.isUndone(file, changed));
  }

  @Test
  void roomIsUsedBeforeTheFileGrows() throws Exception {
    Path file = file(block(3, 0, frame(3, "TIT2", "\0title"), new byte[100]), sound);
    Path changed = MadeFiles.changed(file, JAZZ);
    assertEquals(Files.size(file), Files.size(changed));
    assertEquals(Map.of("GENRE", List.of("Jazz")), MadeFiles.fields(changed));
  }

  @Test
  void oldestVersionKeepsItsOwnNames() throws Exception {
    Path file = file(block(2, 0, frame(2, "TT2", "\0title"), frame(2, "TCO", "\0Rock")), sound);
    Path changed =
        MadeFiles.changed(
            file, Map.of("GENRE", List.of("Jazz"), "MOOD", List.of("\u65e5\u672c", "b")));
    assertEquals(
        Map.of("GENRE", List.of("Jazz"), "MOOD", List.of("\u65e5\u672c", "b")),
        MadeFiles.fields(changed));
    assertTrue(text(changed).contains("TT2\0\0\6\0title"));
  }

  @Test
  void whollyUnsynchronisedBlocksAreRead() throws Exception {
    // The title is UTF-16 with its mark FF FE, which is written FF 00 FE.
    byte[] title = frame(3, "TIT2", "\1\377\376a\0");
    String packed = new String(title, ISO_8859_1).replace("\377", "\377\0");
    Path file =
        file(block(3, 0x80, packed.getBytes(ISO_8859_1), frame(3, "TCON", "\0Rock")), sound);
    assertEquals(Map.of("GENRE", List.of("Rock")), MadeFiles.fields(file));
    Path changed = MadeFiles.changed(file, JAZZ);
    assertTrue(text(changed).contains(new String(title, ISO_8859_1)));
    assertEquals(0, Files.readAllBytes(changed)[5]);
    assertTrue(MadeFiles.isUndone(file, changed));
  }

  @Test
  void plainSizesOfSomeProgramsAreRead() throws Exception {
    byte[] long4 = frame(3, "COMM", "\0XXX\0" + "c".repeat(300));
    Path file = file(block(4, 0, long4, frame(4, "TCON", "\3Rock")), sound);
    assertEquals(Map.of("GENRE", List.of("Rock")), MadeFiles.fields(file));
    Path changed = MadeFiles.changed(file, Map.of("AURICLE_GENRE", List.of("x".repeat(300))));
    assertEquals(
        Map.of("GENRE", List.of("Rock"), "AURICLE_GENRE", List.of("x".repeat(300))),
        MadeFiles.fields(changed));
  }

  @Test
  void ofTwoBlocksTheFirstIsChanged() throws Exception {
    byte[] second = block(4, 0, frame(4, "TCON", "\3Pop"), frame(4, "TPE1", "\3artist"));
    Path file = file(block(4, 0, frame(4, "TCON", "\3Rock")), second, sound);
    Path changed = MadeFiles.changed(file, JAZZ);
    assertEquals(Map.of("GENRE", List.of("Jazz")), MadeFiles.fields(changed));
    assertTrue(text(changed).endsWith(new String(join(second, sound), ISO_8859_1)));
  }

  @Test
  void whatOnlyId3v1SaysIsSaidAgain() throws Exception {
    byte[] old = new byte[128];
    byte[] words = "TAGSome title".getBytes(ISO_8859_1);
    System.arraycopy(words, 0, old, 0, words.length);
    System.arraycopy("Bj\366rk".getBytes(ISO_8859_1), 0, old, 33, 5);
    old[126] = 7;
    old[127] = 8;
    Path file = file(sound, old);
    assertEquals(Map.of("GENRE", List.of("Jazz")), MadeFiles.fields(file));
    Path changed = MadeFiles.changed(file, Map.of("MOOD", List.of("calm")));
    assertTrue(text(changed).endsWith(new String(old, ISO_8859_1)));
    assertTrue(text(changed).contains("TIT2\0\0\0\13\0\0\3Some title"));
    assertTrue(text(changed).contains("TPE1\0\0\0\7\0\0\3Bj\303\266rk"));
    assertTrue(text(changed).contains("TRCK\0\0\0\2\0\0\0037"));
    assertEquals(
        Map.of("GENRE", List.of("Jazz"), "MOOD", List.of("calm")), MadeFiles.fields(changed));
    assertTrue(MadeFiles.isUndone(file, changed));
  }

  @ParameterizedTest
  @CsvSource({
    "(17), Rock",
    "17, Rock",
    "(17)Rock, Rock",
    "(17)(18), Rock;Techno",
    "(4)Eurodisco, Disco;Eurodisco",
    "(RX), Remix",
    "((odd), (odd)",
    "Hip-Hop/Rap, Hip-Hop/Rap",
    "255, 255"
  })
  void genresByNumberAreNamed(String written, String meant) {
    assertEquals(List.of(meant.split(";")), Id3Genres.of(written));
  }

  @Test
  void brokenBlocksAreRefused() throws Exception {
    byte[] cut = block(4, 0, frame(4, "TCON", "\3Rock"));
    cut[6 + 3 + 1 + 7] = 100;
    byte[] large = block(4, 0, frame(4, "TCON", "\3Rock"));
    large[6] = 127;
    byte[] version = block(4, 0);
    version[3] = 9;
    byte[] garbage = block(3, 0, frame(3, "TIT2", "\0a"), new byte[20]);
    garbage[garbage.length - 1] = 1;
    for (byte[] broken : List.of(cut, large, version, garbage)) {
      Path file = file(broken, sound);
      TagException e = assertThrows(TagException.class, () -> MadeFiles.fields(file));
      assertEquals(broken == large ? TagFault.TOO_LARGE : TagFault.CORRUPT, e.fault(), e.reason());
    }
  }
}
