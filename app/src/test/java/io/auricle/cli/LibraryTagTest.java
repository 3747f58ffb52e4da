package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ffmpeg.FfmpegExecutable;
import io.auricle.audio.ffmpeg.FileMetadata;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags written into files and taken back, as a user meets it. */
final class LibraryTagTest {
  private static Path model = Path.of("none");

  private Path folder = Path.of("none");
  private Path music = Path.of("none");

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
  }

  @BeforeEach
  void music(@TempDir Path temporary) throws IOException {
    folder = temporary;
    music = Wav.noises(folder.resolve("music"), 2);
    try (Stream<Path> files = Files.walk(music)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_234_567_890_123L));
      }
    }
  }

  private Outcome library(String command, Object... words) {
    List<Object> all = new ArrayList<>(List.of("library", command));
    all.addAll(List.of("--database", folder.resolve("data/library.db")));
    all.addAll(List.of(words));
    return Outcome.of(all.toArray());
  }

  private Outcome tag(Object... words) {
    List<Object> all = new ArrayList<>(List.of("--genre-model", "noises", "--unsure"));
    all.addAll(List.of(words));
    return library("tag", all.toArray());
  }

  private String scan() {
    Outcome outcome = library("scan", "--model", model, music);
    List<String> lines = outcome.errLines();
    return lines.get(lines.size() - 1).replaceFirst("^auricle: ", "").replaceFirst("; .*", "");
  }

  /** Every file below the folder with its bytes and time. */
  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> files = Files.walk(music)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        state.put(
            music.relativize(file).toString(),
            Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.getLastModifiedTime(file));
      }
    }
    return state;
  }

  private static Map<String, String> tags(Path file) throws Exception {
    return FileMetadata.read(file, DecodeLimits.DEFAULT).tags();
  }

  private Path encode(String name, String... arguments) throws Exception {
    FfmpegExecutable ffmpeg = FfmpegExecutable.find();
    Path target = music.resolve(name);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ffmpeg.file().toString(), "-hide_banner", "-v", "error", "-nostdin"));
    command.addAll(List.of("-i", music.resolve("hum/0.wav").toString()));
    command.addAll(List.of(arguments));
    command.add(target.toString());
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    ffmpeg.libraries().ifPresent(f -> builder.environment().put("LD_LIBRARY_PATH", f.toString()));
    assertEquals(0, builder.start().waitFor(), name);
    return target;
  }

  @Test
  void drySaysWhatWriteDoesAndUntagTakesItBack() throws Exception {
    Path mp3 = encode("a.mp3", "-metadata", "genre=Rock", "-metadata", "title=A");
    encode("b.opus", "-c:a", "libopus");
    encode("c.m4a", "-movflags", "+faststart");
    scan();
    Map<String, String> old = state();
    Outcome dry = tag();
    assertEquals(0, dry.code(), dry.err());
    assertEquals(old, state());
    assertTrue(dry.out().contains("/hiss/0.wav: genre: - -> hiss\n"), dry.out());
    assertFalse(dry.out().contains("/a.mp3: genre"), dry.out());
    assertTrue(dry.out().contains("/a.mp3: AURICLE_NOISES: - -> hum="), dry.out());
    assertTrue(dry.err().contains("7 files would be written, 0 stay as they are, 0 failed;"));

    Outcome written = tag("--write");
    assertEquals(0, written.code(), written.err());
    assertEquals(dry.out(), written.out());
    assertEquals("hiss", tags(music.resolve("hiss/0.wav")).get("genre"));
    assertEquals("hum", tags(music.resolve("b.opus")).get("genre"));
    assertEquals("hum", tags(music.resolve("c.m4a")).get("genre"));
    assertEquals("Rock", tags(mp3).get("genre"));
    assertEquals("A", tags(mp3).get("title"));
    assertEquals(
        "0 heard, 0 known by their sound, 7 unchanged, 0 removed, 0 failed, 0 failed before",
        scan());
    assertEquals(
        7, library("list", "--format", "csv", "tag.auricle_noises:h").outLines().size() - 1);
    assertEquals("", tag("--write").out());

    Outcome append =
        tag("--write", "--policy", "append", "--field", "genre", "--keep-times", "path:a.mp3");
    assertEquals(1, append.outLines().size(), append.out());
    assertTrue(append.out().contains("a.mp3: genre: Rock -> Rock | hum"), append.out());
    // Of the first writing scores and key, of the second the genre.
    assertEquals(4, library("untag", "--dry-run", "path:a.mp3").outLines().size());

    Outcome undone = library("untag");
    assertEquals(0, undone.code(), undone.err());
    assertEquals(7, undone.outLines().size());
    assertEquals(old, state());
    assertEquals("", library("untag").out());
    assertEquals(
        "0 heard, 0 known by their sound, 7 unchanged, 0 removed, 0 failed, 0 failed before",
        scan());
    try (Stream<Path> left = Files.list(music)) {
      assertTrue(left.noneMatch(path -> path.getFileName().toString().startsWith(".")));
    }
  }

  @Test
  void wordsOfUsersAndOptionsThatMakeNoSense() throws Exception {
    scan();
    Path words = Files.writeString(folder.resolve("words"), "hum: Drone/Ambient\nhiss:\n");
    Outcome mapped = tag("--map", words, "--field", "genre");
    assertEquals(2, mapped.outLines().size(), mapped.out());
    assertTrue(mapped.out().contains("hum/1.wav: genre: - -> Drone/Ambient"), mapped.out());
    Files.writeString(words, "hum: a\npolka: b\n");
    Outcome wrong = tag("--map", words);
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("label=polka must be one of"), wrong.err());
    assertEquals(2, tag("--min-score", "2").code());
    assertEquals(2, tag("--policy", "often").code());
    assertEquals(2, tag("--mood-model", "none").code());
    assertEquals(2, tag("noises:polka").code());
    assertEquals("", tag("--field", "genre", "--min-score", "1").out());
  }

  @Test
  void filesThatMayNotBeWrittenAreNamedAndTheRestIsDone() throws Exception {
    Path odd = Path.of(URI.create(music.toUri() + "caf%E9.wav"));
    Files.write(odd, Wav.noise("hum", 11, 2));
    scan();
    Path locked = music.resolve("hiss/0.wav");
    Path linked = music.resolve("hiss/1.wav");
    Path gone = music.resolve("hum/0.wav");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r--r--r--"));
    Files.createLink(folder.resolve("other.wav"), linked);
    Files.delete(gone);
    Files.write(music.resolve("hum/1.wav"), Wav.noise("hiss", 12, 2));
    Outcome written = tag("--write");
    assertEquals(1, written.code());
    List<String> faults = written.errLines();
    assertTrue(written.err().contains("hiss/0.wav: is read-only [READ_ONLY]"), written.err());
    assertTrue(written.err().contains("hiss/1.wav: has 2 names (hard links)"), written.err());
    assertTrue(written.err().contains("hum/0.wav: is not there any more [NOT_FOUND]"));
    assertTrue(written.err().contains("hum/1.wav: has another sound than the library heard"));
    assertEquals(5, faults.size(), written.err());
    assertTrue(written.out().contains("caf%E9.wav: genre: - -> hum"), written.out());
    assertEquals("hum", tags(odd).get("genre"));

    assertEquals(0, tag("--write", "--break-links", "path:hiss/1").code());
    assertEquals("hiss", tags(linked).get("genre"));
    assertNull(tags(folder.resolve("other.wav")).get("genre"));
  }

  @Test
  void linksAreFollowedAndForeignChangesAreLeftAlone() throws Exception {
    Path real = Files.move(music.resolve("hum/0.wav"), folder.resolve("real.wav"));
    Path link = Files.createSymbolicLink(music.resolve("hum/0.wav"), real);
    scan();
    byte[] old = Files.readAllBytes(real);
    assertEquals(0, tag("--write").code());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("hum", tags(real).get("genre"));

    byte[] foreign = Files.readAllBytes(music.resolve("hum/1.wav"));
    foreign[foreign.length - 1] ^= 1;
    Files.write(music.resolve("hum/1.wav"), foreign);
    Outcome undone = library("untag");
    assertEquals(1, undone.code());
    assertTrue(undone.err().contains("hum/1.wav: was changed since its tags were written"));
    assertEquals(3, undone.outLines().size());
    assertTrue(Arrays.equals(old, Files.readAllBytes(real)));
    assertTrue(Arrays.equals(foreign, Files.readAllBytes(music.resolve("hum/1.wav"))));
  }

  @Test
  void killLeavesTheOldOrTheNewFile() throws Exception {
    Wav.noises(music, 30);
    scan();
    Map<String, String> old = state();
    Process process =
        Program.shell(
                folder,
                "exec \"$java\" -Xmx256m -cp \"$classes\" io.auricle.cli.Main library tag --write"
                    + " --keep-times --unsure --genre-model noises --threads 1 --database \"$1\"",
                folder.resolve("data/library.db"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    while (Files.size(folder.resolve("out.txt")) < 500) {
      assertTrue(process.isAlive(), Files.readString(folder.resolve("out.txt")));
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor();
    Map<String, String> amid = state();
    assertEquals(0, tag("--write", "--keep-times").code());
    Map<String, String> written = state();
    amid.forEach(
        (name, bytes) ->
            assertTrue(
                name.contains(".auricle-tag-")
                    || bytes.equals(old.get(name))
                    || bytes.equals(written.get(name)),
                name));
    assertEquals(0, library("untag").code());
    assertEquals(old, state());
  }
}
