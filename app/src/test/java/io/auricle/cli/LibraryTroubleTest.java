package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with files and databases costs one line, and nothing that is known. */
final class LibraryTroubleTest {
  private static Path model = Path.of("none");

  private Path database = Path.of("none");
  private Path music = Path.of("none");

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
  }

  @BeforeEach
  void music(@TempDir Path folder) throws IOException {
    database = folder.resolve("data/library.db");
    music = Wav.noises(folder.resolve("music"), 3);
  }

  private Outcome library(String command, Object... words) {
    List<Object> all = new ArrayList<>(List.of("library", command, "--database", database));
    all.addAll(List.of(words));
    return Outcome.of(all.toArray());
  }

  private Outcome scan() {
    return library("scan", "-q", "--model", model, music);
  }

  private List<String> list(String query) {
    Outcome outcome = library("list", "--format", "m3u8", query);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.outLines().stream().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void pipeInAFolderIsRefusedAndNotWaitedFor() throws Exception {
    Path pipe = music.resolve("pipe.mp3");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    } catch (IOException e) {
      assumeTrue(false, "this system has no mkfifo");
    }
    Outcome outcome = assertTimeoutPreemptively(Duration.ofMinutes(3), this::scan);
    assertEquals(1, outcome.code());
    assertEquals(1, outcome.errLines().size(), outcome.err());
    assertTrue(
        outcome.err().contains("pipe.mp3: is a pipe or a device, not a regular file [UNSUPPORTED]"),
        outcome.err());
    assertEquals(6, list("fault:no").size());
    assertEquals(List.of(pipe.toString()), list("fault:UNSUPPORTED"));
  }

  @Test
  void twoScansAtOnceEndWithEveryFileOnce() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Outcome>> scans = List.of(both.submit(this::scan), both.submit(this::scan));
      for (Future<Outcome> one : scans) {
        assertEquals(0, one.get().code(), one.get().err());
      }
    } finally {
      both.shutdown();
    }
    assertEquals(6, list("fault:no").size());
    Outcome check = library("check");
    assertEquals(0, check.code(), check.err());
  }

  @Test
  void tornInTheMiddleIsOneLineAndTheBackupStays() throws Exception {
    assertEquals(0, scan().code());
    assertEquals(0, library("check").code());
    byte[] whole = Files.readAllBytes(database);
    for (int at = 2 * 4096; at + 600 < whole.length; at += 4096) {
      Arrays.fill(whole, at, at + 600, (byte) 0xA5);
    }
    Files.write(database, whole);
    for (String command : List.of("list", "stats", "check")) {
      Outcome torn = library(command);
      assertEquals(1, torn.code(), command + torn.out());
      assertEquals(1, torn.errLines().size(), torn.err());
      assertTrue(torn.err().contains("check --restore"), torn.err());
    }
    assertEquals(0, library("check", "--restore").code());
    assertEquals(6, list("fault:no").size());
  }
}
