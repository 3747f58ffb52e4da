package io.auricle.audio.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.ffmpeg.FfmpegExecutable;
import io.auricle.cache.UserCache;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault of the program is repaired or said, and never blamed on the music. */
final class FfmpegDamageTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(22_050));

  private final Path folder;
  private final Path file;

  FfmpegDamageTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.file = TestFiles.encode(folder, "tone.mp3", 1);
  }

  @BeforeEach
  void useAnotherCache() {
    // A colon separates folders in LD_LIBRARY_PATH.
    System.setProperty(UserCache.PROPERTY, folder.resolve("ca: che").toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(UserCache.PROPERTY);
  }

  @ParameterizedTest
  @CsvSource({"ffmpeg, 0", "libavcodec, 20000000"})
  void cutProgramIsUnpackedAgain(String name, long size) throws Exception {
    assertTrue(DECODER.decode(file, 10).length() > 0);
    try (FileChannel channel = FileChannel.open(unpacked(name), StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
    assertTrue(DECODER.decode(file, 10).length() > 0);
  }

  @Test
  void programThatIsNotExecutableOrGoneIsUnpackedAgain() throws Exception {
    assertTrue(DECODER.decode(file, 10).length() > 0);
    assumeTrue(unpacked("ffmpeg").toFile().setExecutable(false));
    assertTrue(DECODER.decode(file, 10).length() > 0);
    Files.delete(unpacked("libavformat"));
    assertTrue(DECODER.decode(file, 10).length() > 0);
  }

  /** As when a disk loses what it had: neither size nor time tell. */
  @Test
  void damageThatNoStampShowsIsFoundWhenTheProgramFails() throws Exception {
    assertTrue(DECODER.decode(file, 10).length() > 0);
    Path program = unpacked("ffmpeg");
    Path manifest = program.resolveSibling("manifest");
    String before = stamp(program);
    byte[] bytes = Files.readAllBytes(program);
    Arrays.fill(bytes, 0, bytes.length / 2, (byte) 0);
    Files.write(program, bytes);
    Files.writeString(manifest, Files.readString(manifest).replace(before, stamp(program)));
    assertTrue(DECODER.decode(file, 10).length() > 0);
  }

  /** The time of change of the file, as manifests write it. */
  private static String stamp(Path file) throws IOException {
    String line =
        Files.readAllLines(file.resolveSibling("manifest")).stream()
            .filter(text -> text.endsWith(" " + file.getFileName()))
            .findFirst()
            .orElseThrow();
    String[] parts = line.split(" ", -1)[1].split(":", -1);
    FileTime modified = Files.getLastModifiedTime(file);
    FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
    return parts[0]
        + ":"
        + Long.toString(modified.to(TimeUnit.NANOSECONDS), 36)
        + ":"
        + Long.toString(changed.to(TimeUnit.NANOSECONDS), 36)
        + ":"
        + parts[3];
  }

  private Path unpacked(String name) throws IOException {
    Path home = FfmpegExecutable.find().libraries().orElseThrow();
    try (var files = Files.list(home)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow();
    }
  }
}
