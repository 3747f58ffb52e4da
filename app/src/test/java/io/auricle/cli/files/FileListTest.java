package io.auricle.cli.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.file.FileName;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileListTest {
  private static List<String> names(String list, boolean zeros) {
    return FileList.paths(list.getBytes(UTF_8), zeros).stream().map(Path::toString).toList();
  }

  @Test
  void linesOfAnySystem() {
    assertEquals(
        List.of("a.mp3", "b c.mp3", " d.mp3", "caf\u00e9.mp3"),
        names("\ufeffa.mp3\r\nb c.mp3\n\n d.mp3\ncaf\u00e9.mp3", false));
    assertEquals(List.of(), names("", false));
    assertEquals(List.of(), names("\n\r\n", false));
  }

  @Test
  void zerosAreSeenOrAskedFor() {
    assertEquals(List.of("a\nb.mp3", "c.mp3"), names("a\nb.mp3\0c.mp3\0", false));
    assertEquals(List.of("a\nb.mp3"), names("a\nb.mp3", true));
  }

  @Test
  void bytesAndAddressesAreTaken() {
    assumeTrue(File.separatorChar == '/', "names are texts here");
    byte[] list = "caf\u00e9.mp3\nfile:///m/caf%E9.mp3\n".getBytes(ISO_8859_1);
    Path plain = FileName.ofBytes("caf\u00e9.mp3".getBytes(ISO_8859_1));
    assertEquals(List.of(plain, Path.of("/m").resolve(plain)), FileList.paths(list, false));
  }
}
