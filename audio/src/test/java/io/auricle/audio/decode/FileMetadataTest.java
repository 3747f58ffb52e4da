package io.auricle.audio.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.ffmpeg.FileMetadata;
import io.auricle.audio.ffmpeg.FilePackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags as they are, and a hash that knows the sound alone. */
final class FileMetadataTest {
  private final Path folder;

  FileMetadataTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static FileMetadata read(Path file) throws DecodeException {
    return FileMetadata.read(file, DecodeLimits.DEFAULT);
  }

  /** The sound with a tag block of ID3v2.4 before it. */
  private Path tagged(Path sound, String name, String... frames) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < frames.length; i += 2) {
      byte[] text = frames[i + 1].getBytes(StandardCharsets.UTF_8);
      body.write(frames[i].getBytes(StandardCharsets.US_ASCII));
      body.write(syncSafe(text.length + 1));
      body.write(new byte[] {0, 0, 3});
      body.write(text);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[] {'I', 'D', '3', 4, 0, 0});
    file.write(syncSafe(body.size()));
    body.writeTo(file);
    file.write(Files.readAllBytes(sound));
    return Files.write(folder.resolve(name), file.toByteArray());
  }

  private static byte[] syncSafe(int size) {
    return new byte[] {
      (byte) (size >> 21 & 127),
      (byte) (size >> 14 & 127),
      (byte) (size >> 7 & 127),
      (byte) (size & 127)
    };
  }

  @Test
  void tagsComeOutAsTheyAreAndLeaveTheHashAlone() throws Exception {
    Path sound = TestFiles.encode(folder, "tone.mp3", 1);
    String hash = read(sound).soundHash();
    assertEquals(64, hash.length());
    String odd = "a=b;c#d\\e\n[STREAM]\nSHA256=" + "0".repeat(64) + "\nartist=nobody";
    FileMetadata tagged =
        read(tagged(sound, "tagged.mp3", "TIT2", odd, "TPE1", "Björk", "TCON", "Jazz"));
    assertEquals(hash, tagged.soundHash());
    assertEquals(odd, tagged.tags().get("title"));
    assertEquals("Björk", tagged.tags().get("artist"));
    assertEquals("Jazz", tagged.tags().get("genre"));
    assertNotEquals(hash, read(TestFiles.encode(folder, "other.mp3", 2)).soundHash());
  }

  @Test
  void longTagsAreCut() throws Exception {
    Path sound = TestFiles.encode(folder, "tone.mp3", 1);
    FileMetadata cut = read(tagged(sound, "long.mp3", "TIT2", "x".repeat(1_000_000)));
    assertEquals(1 << 16, cut.tags().getOrDefault("title", "").length());
    assertEquals(read(sound).soundHash(), cut.soundHash());
  }

  @Test
  void whatHasNoSoundIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.mp3"), "no sound at all, a text");
    DecodeException e = assertThrows(DecodeException.class, () -> read(text));
    assertEquals(ErrorCode.UNSUPPORTED, e.code());
  }

  @Test
  void pipeIsRefusedAndNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.mp3");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    } catch (IOException e) {
      assumeTrue(false, "this system has no mkfifo");
    }
    DecodeException e =
        assertTimeoutPreemptively(
            Duration.ofMinutes(2), () -> assertThrows(DecodeException.class, () -> read(pipe)));
    assertEquals(ErrorCode.UNSUPPORTED, e.code());
  }

  /** How large a picture in ID3 is only its decoder would know, and that is never run. */
  @Test
  void coverIsNoReasonNotToReadTheSound() throws Exception {
    Path sound = TestFiles.encode(folder, "plain.mp3", 1, "-id3v2_version", "0");
    Path covered = tagged(sound, "cover.mp3", "APIC", "image/png\0\3\0not really a picture");
    FilePackets packets = FilePackets.read(covered, DecodeLimits.DEFAULT);
    assertEquals(read(sound).soundHash(), packets.metadata().soundHash());
    assertEquals(1, packets.streams().size());
  }
}
