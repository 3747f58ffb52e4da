package io.auricle.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.file.FileName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program between pipes, full disks and names that are no text. */
final class ShellTest {
  private static Path model;
  private static Path music;

  private Path folder;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
    music = Wav.noises(temporary.resolve("music"), 3);
  }

  @BeforeEach
  void folder(@TempDir Path temporary) {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    folder = temporary;
  }

  /** The first row, then nobody reads on. */
  @ParameterizedTest
  @ValueSource(
      strings = {"classify --format jsonl", "classify --format csv", "classify", "features"})
  void closedPipeEndsTheCommandInSilence(String command) throws Exception {
    String many =
        "set -f; files=$(i=0; while [ $i -lt 3000 ]; do echo \"$1\"; i=$((i+1)); done);"
            + " { auricle %s $files; echo $? >code; } | head -1"
                .formatted(command.equals("features") ? command : command + " --model $2");
    Outcome outcome = Program.run(folder, many, music.resolve("hum/0.wav"), model);
    assertEquals(1, outcome.outLines().size(), outcome.out());
    assertEquals("", outcome.err());
    assertEquals("141", Files.readString(folder.resolve("code")).strip());
  }

  @Test
  void messagesInAClosedPipeOfResultsEndTheCommand() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/fd")), "needs Linux");
    String line =
        "files=$(i=0; while [ $i -lt 9000 ]; do echo none$i.wav; i=$((i+1)); done);"
            + " { auricle classify --model $1 $files 2>&1; echo $? >code; } | head -1";
    Outcome outcome = Program.run(folder, line, model);
    assertTrue(outcome.out().endsWith("[NOT_FOUND]\n"), outcome.out());
    assertEquals("141", Files.readString(folder.resolve("code")).strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"classify --model $2 $1", "features $1", "models list", "--help"})
  void fullDiskIsSaid(String command) throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
    Outcome outcome =
        Program.run(
            folder, "auricle " + command + " >/dev/full", music.resolve("hum/0.wav"), model);
    assertEquals(1, outcome.code());
    assertEquals("auricle: stdout cannot be written: No space left on device\n", outcome.err());
  }

  /** A row is there as soon as its file is analysed, though the next one never comes. */
  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "csv", "table"})
  void rowsAreThereBeforeTheEnd(String format) throws Exception {
    Process process =
        Program.shell(
                folder,
                "exec \"$java\" -Xmx256m -cp \"$classes\" io.auricle.cli.Main classify"
                    + " --threads 1 --format $3 --model $2 $1 $1 $4",
                music.resolve("hum/0.wav"),
                model,
                format,
                longSound())
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1))) {
      for (int i = 0; i < (format.equals("csv") ? 3 : 2); i++) {
        assertTrue(out.readLine().contains(i == 0 && format.equals("csv") ? "path" : "hum"));
      }
      assertTrue(process.isAlive());
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private Path longSound() throws IOException {
    Path file = folder.resolve("long.wav");
    try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      out.write(Wav.header(Wav.PCM, 1, Wav.RATE_HZ, 8, 0x70000000L));
      out.setLength(44 + 0x70000000L);
    }
    return file;
  }

  /** By FFmpeg and by the program's own readers; what is printed finds the file again. */
  @ParameterizedTest
  @CsvSource({"mp3", "wav"})
  void namesThatAreNoTextAreTakenAsArguments(String ending) throws Exception {
    Path name = FileName.ofBytes(("\u00e9t\u00e9/caf\u00e9 %." + ending).getBytes(ISO_8859_1));
    Path file = folder.resolve(name);
    Files.createDirectory(file.getParent());
    Files.copy(
        ending.equals("mp3") ? Path.of("../samples/metal.mp3") : music.resolve("hum/0.wav"), file);
    Outcome outcome =
        Program.run(
            folder,
            "auricle classify --top 1 --format csv --model $1"
                + " \"$(printf '\\351t\\351/caf\\351 %%.%s' $2)\" ?t?",
            model,
            ending);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        2, outcome.outLines().size(), "a folder adds only what is not there: " + outcome.out());
    String written = outcome.outLines().get(1).replaceFirst(",.*", "");
    assertTrue(Files.isSameFile(file, FileName.path(written)), written);
    assertFalse(written.contains("\ufffd"));
    Outcome again =
        Outcome.of("classify", "--top", "1", "--format", "csv", "--model", model, written);
    assertEquals(outcome.out(), again.out());
  }
}
