package io.auricle.audio.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.Signal;
import io.auricle.audio.ffmpeg.ShellInput;
import io.auricle.file.FileName;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellInputTest {
  private Path folder;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  /**
   * Every byte that a name can hold, one file each; the shell must not see any of them as its own.
   */
  @Test
  void everyByteOfANameReachesTheFile() throws Exception {
    assumeTrue(File.separatorChar == '/', "names are texts here");
    StringBuilder all = new StringBuilder("\u00e9");
    for (char c = 1; c < 256; c++) {
      if (c != '/') {
        all.append(c);
      }
    }
    for (String name :
        new String[] {all.substring(0, 130), "\u00e9" + all.substring(130) + "\n\n"}) {
      Path file = folder.resolve(FileName.ofBytes(name.getBytes(ISO_8859_1)));
      Files.writeString(file, "found " + name.length());
      ProcessBuilder builder = new ProcessBuilder("cat");
      ShellInput.give(file, builder);
      Process process = builder.start();
      try (InputStream out = process.getInputStream()) {
        assertEquals("found " + name.length(), new String(out.readAllBytes(), ISO_8859_1));
      }
      assertEquals(0, process.waitFor());
    }
  }

  @Test
  void ffmpegDecodesAFileWhoseNameIsNoText() throws Exception {
    assumeTrue(File.separatorChar == '/', "names are texts here");
    Path inner = folder.resolve(FileName.ofBytes("\u00e9t\u00e9".getBytes(ISO_8859_1)));
    Path file = inner.resolve(FileName.ofBytes("caf\u00e9.mp3".getBytes(ISO_8859_1)));
    Files.createDirectory(inner);
    Files.copy(Path.of("../samples/metal.mp3"), file);
    Signal signal = AudioDecoder.of(DecodeOptions.at(22_050)).decode(file, 1);
    assertEquals(22_050, signal.length());
  }
}
