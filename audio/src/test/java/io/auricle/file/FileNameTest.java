package io.auricle.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {
  private Path root;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    root = temporary;
  }

  /** Bytes as Latin-1: no UTF-8, or UTF-8 that is no text, and what looks like an escape. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "caf\u00e9.mp3",
        "\u00e9t\u00e9/a b.mp3",
        "lone \u0080.mp3",
        "over\u00c0\u00afpart.mp3",
        "surrogate \u00ed\u00a0\u0080.mp3",
        "100%/caf\u00e9 %41?#.mp3",
        "line\nbreak\u00ff.mp3",
        "-dash\u00fe\u00ff"
      })
  void bytesThatAreNoTextComeBack(String name) throws Exception {
    assumeTrue(File.separatorChar == '/', "names are texts here");
    byte[] bytes = name.getBytes(ISO_8859_1);
    Path inside = FileName.ofBytes(bytes);
    assertArrayEquals(bytes, FileName.bytes(inside));
    Path file = root.resolve(inside);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1});
    String text = FileName.text(file);
    assertTrue(text.matches("file:///[!-~]*"), text);
    assertEquals(file, FileName.path(text));
    assertTrue(Files.isRegularFile(FileName.path(text)), text);
    assertEquals(1, AudioScan.below(root).size() + (name.endsWith("mp3") ? 0 : 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.mp3",
        "caf\u00e9 \u97f3\u697d.mp3",
        "caf\ufffd.mp3",
        "a/../b%20c",
        "",
        "file",
        "/x y"
      })
  void textsStayAsTheyAre(String name) {
    Path path = FileName.ofBytes(name.getBytes(UTF_8));
    assertEquals(Path.of(name), path);
    assertEquals(name, FileName.text(path));
    assertEquals(name, FileName.inside(path));
    assertEquals(path, FileName.path(name));
  }

  @Test
  void addressesOfFilesAreRead() {
    for (String address :
        List.of("file:///a/b%20c.mp3", "file:/a/b%20c.mp3", "FILE://localhost/a/b%20c.mp3")) {
      assertEquals(Path.of("/a/b c.mp3"), FileName.path(address));
    }
    for (String other : List.of("file:a.mp3", "file://elsewhere/a", "file:///a b", "http://a/b")) {
      assertEquals(Path.of(other), FileName.path(other));
    }
  }

  /** The launcher names a work folder so that is no text; nobody else would find that. */
  @Test
  void workFolderIsNamedByItsOwnName() throws Exception {
    Path here = Path.of("/proc/self/cwd");
    assumeTrue(Files.isDirectory(here), "needs Linux");
    Path file = here.resolve(FileName.ofBytes("caf\u00e9".getBytes(ISO_8859_1)));
    String text = FileName.text(file);
    assertEquals(here.toRealPath().toUri() + "caf%E9", text);
    assertArrayEquals(
        (here.toRealPath() + "/caf\u00e9").getBytes(ISO_8859_1), FileName.bytes(file));
  }

  /** The id of a track in a data set, which must not depend on where the data lie. */
  @Test
  void nameInsideAFolderIsRelative() {
    assumeTrue(File.separatorChar == '/', "names are texts here");
    Path inside = FileName.ofBytes("blues/caf\u00e9.mp3".getBytes(ISO_8859_1));
    assertEquals("blues/caf%E9.mp3", FileName.inside(inside));
  }
}
