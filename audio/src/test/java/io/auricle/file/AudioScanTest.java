package io.auricle.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AudioScanTest {
  private Path root;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    root = temporary;
  }

  private Path file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[] {0, 1, 2, 3});
  }

  private void link(String name, String target) throws IOException {
    Path link = root.resolve(name);
    Files.createDirectories(link.getParent());
    try {
      Files.createSymbolicLink(link, Path.of(target));
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no links here");
    }
  }

  private List<String> found(Path folder, boolean hidden) throws IOException {
    return AudioScan.below(folder, hidden).stream()
        .map(file -> FileName.inside(folder.relativize(file)))
        .toList();
  }

  private List<String> found() throws IOException {
    return found(root, false);
  }

  /** Each format that is decoded has an ending that a scan knows, whatever its case. */
  @Test
  void everyFormatIsFoundByItsEndings() throws IOException {
    int endings = 0;
    for (String format : AudioExtension.ffmpegFormats()) {
      for (String ending : AudioExtension.ofFormat(format)) {
        file("a." + ending);
        file("B." + ending.toUpperCase(java.util.Locale.ROOT));
        endings++;
      }
    }
    assertEquals(2 * endings, found().size());
    for (String ending :
        List.of(
            "dsf dff w64 voc ac3 eac3 dts thd 3gp mov mkv avi flv ts mpg ogv 8svx".split(" "))) {
      assertTrue(AudioExtension.isAudio(Path.of("x." + ending)), ending);
    }
    assertFalse(AudioExtension.isAudio(Path.of("mp3.txt")));
  }

  @Test
  void documentationNamesTheEndings() throws IOException {
    List<String> endings =
        AudioExtension.ffmpegFormats().stream()
            .flatMap(format -> AudioExtension.ofFormat(format).stream())
            .distinct()
            .sorted()
            .toList();
    String page = Files.readString(Path.of("../docs/cli.md")).replace('\n', ' ');
    assertTrue(page.contains("`" + String.join(" ", endings) + "`"), endings.toString());
  }

  @Test
  void sortedByPathAcrossFolders() throws IOException {
    file("b.mp3");
    file("a/z.mp3");
    file("c/a.mp3");
    file("a/b/c.mp3");
    assertEquals(List.of("a/b/c.mp3", "a/z.mp3", "b.mp3", "c/a.mp3"), found());
  }

  @Test
  void hiddenAndSystemFoldersAreTakenOnRequestOnly() throws IOException {
    file("a.mp3");
    for (String other :
        List.of(
            "._a.mp3",
            ".AppleDouble/a.mp3",
            ".Trash-1000/files/a.mp3",
            "@eaDir/a.mp3",
            "__MACOSX/a.mp3",
            "$RECYCLE.BIN/a.mp3",
            "deep/.hidden/a.mp3",
            "deep/#recycle/a.mp3")) {
      file(other);
    }
    assertEquals(List.of("a.mp3"), found());
    assertEquals(9, found(root, true).size());
    // What the user names is taken, whatever its name.
    assertEquals(List.of("a.mp3"), found(root.resolve(".AppleDouble"), false));
  }

  @Test
  void textUnderAnEndingOfSoundAndOthersIsLeftOut() throws IOException {
    Files.writeString(file("app.ts"), "export const a = 1;\n");
    Files.write(file("wide.ts"), "export {}".getBytes(StandardCharsets.UTF_16));
    Files.writeString(file("empty.mts"), "");
    Files.writeString(file("board.dts"), "/dts-v1/;\n/ { };\n");
    Files.write(file("picture.iff"), "FORM\0\0\0\4ILBM".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(file("sound.iff"), "FORM\0\0\0\48SVX".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(file("film.ts"), new byte[] {0x47, 0, 0, 0x10});
    // Claims to be nothing but sound: whoever opens it says what it is.
    Files.writeString(file("page.mp3"), "<html>");
    assertEquals(List.of("film.ts", "page.mp3", "sound.iff"), found());
  }

  @Test
  void linksAreFollowed() throws IOException {
    file("real/a.mp3");
    file("elsewhere/b.mp3");
    link("linked", "real");
    link("tree/folder", "../elsewhere");
    link("tree/song.mp3", "../real/a.mp3");
    link("tree/gone.mp3", "nowhere.mp3");
    link("tree/dead", "nowhere");
    assertEquals(List.of("a.mp3"), found(root.resolve("linked"), false));
    assertEquals(
        List.of("folder/b.mp3", "gone.mp3", "song.mp3"), found(root.resolve("tree"), false));
  }

  @Test
  void noFolderIsEnteredTwice() throws IOException {
    file("music/album/a.mp3");
    file("music/z.mp3");
    file("beside.mp3");
    link("music/again", "album");
    link("music/loop", ".");
    link("music/up", "..");
    link("music/album/top", "../../music");
    link("music/b", "../other");
    link("music/c", "../other");
    file("other/o.mp3");
    link("other/back", "../music/album");
    assertEquals(List.of("album/a.mp3", "b/o.mp3", "z.mp3"), found(root.resolve("music"), false));
  }

  @Test
  void folderInTheTreeIsNotListedByItsLink() throws IOException {
    file("z/a.mp3");
    link("a", "z");
    assertEquals(List.of("z/a.mp3"), found());
  }
}
