package io.auricle.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.journal.FileState;
import io.auricle.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFileTest {
  private static final byte[] HEADER = "path,label\n".getBytes(UTF_8);

  private Path file;
  private Path journal;

  @BeforeEach
  void folder(@TempDir Path folder) {
    file = folder.resolve("a.csv");
    journal = folder.resolve("a.csv.journal");
  }

  private static FileState state(String path, long bytes) {
    return new FileState(path, bytes, 7);
  }

  private static void add(ResultFile result, String path, long bytes, @Nullable String failure)
      throws IOException {
    result.append(
        state(path, bytes),
        (path + "," + (failure == null ? bytes : failure) + "\n").getBytes(UTF_8),
        failure == null ? null : new Journal.Failure(failure, "bad"));
  }

  private ResultFile resume(boolean retry) throws IOException {
    return ResultFile.resume(file, "work", HEADER, retry);
  }

  private void firstRun() throws IOException {
    try (ResultFile result = resume(false)) {
      add(result, "a", 1, null);
      add(result, "b", 2, "CORRUPT");
      add(result, "c", 3, null);
      result.finish(List.of("a", "b", "c"));
    }
  }

  private String text() throws IOException {
    return Files.readString(file);
  }

  @Test
  void knowsByPathSizeAndTime() throws IOException {
    firstRun();
    assertEquals("path,label\na,1\nb,CORRUPT\nc,3\n", text());
    try (ResultFile result = resume(false)) {
      assertTrue(result.isDone(state("a", 1)));
      assertFalse(result.isDone(state("a", 2)));
      assertFalse(result.isDone(new FileState("a", 1, 8)));
      assertTrue(result.isDone(state("b", 2)) && result.hasFailed(state("b", 2)));
      assertFalse(result.isDone(state("d", 1)));
    }
    try (ResultFile result = resume(true)) {
      assertTrue(result.isDone(state("a", 1)));
      assertFalse(result.isDone(state("b", 2)));
    }
  }

  @Test
  void faultsOfTheProgramAreNeverDone() throws IOException {
    try (ResultFile result = resume(false)) {
      add(result, "a", 1, "INTERNAL");
      assertFalse(result.isDone(state("a", 1)));
    }
  }

  /** New, changed and tried again: in the order asked for, each once; what is not named stays. */
  @Test
  void rowsEndInTheOrderAskedFor() throws IOException {
    firstRun();
    try (ResultFile result = resume(true)) {
      add(result, "0", 9, null);
      add(result, "b", 2, null);
      add(result, "c", 4, null);
      result.finish(List.of("0", "b", "c"));
    }
    assertEquals("path,label\na,1\n0,9\nb,2\nc,4\n", text());
    try (ResultFile result = resume(false)) {
      for (FileState state : List.of(state("a", 1), state("0", 9), state("b", 2), state("c", 4))) {
        assertTrue(result.isDone(state), state.toString());
      }
      result.finish(List.of("a", "0", "b", "c"));
    }
    assertEquals("path,label\na,1\n0,9\nb,2\nc,4\n", text());
  }

  /** Cut at every byte of the file and of the journal, as by a kill or a power cut. */
  @Test
  void whateverIsCutIsDoneAgainAndNothingElse() throws IOException {
    firstRun();
    byte[] whole = Files.readAllBytes(file);
    byte[] notes = Files.readAllBytes(journal);
    List<String> all = List.of("a", "b", "c");
    for (int cut = 0; cut <= whole.length + notes.length; cut++) {
      boolean cutsFile = cut <= whole.length;
      Files.write(file, cutsFile ? java.util.Arrays.copyOf(whole, cut) : whole);
      Files.write(journal, cutsFile ? notes : java.util.Arrays.copyOf(notes, cut - whole.length));
      List<String> done = new ArrayList<>();
      try (ResultFile result = resume(false)) {
        for (int i = 0; i < 3; i++) {
          if (result.isDone(state(all.get(i), i + 1))) {
            done.add(all.get(i));
          } else {
            add(result, all.get(i), i + 1, i == 1 ? "CORRUPT" : null);
          }
        }
        result.finish(all);
      }
      assertEquals(new String(whole, UTF_8), text(), "cut at " + cut);
      assertEquals(all.subList(0, done.size()), done, "cut at " + cut);
    }
  }

  @Test
  void killBetweenTheTwoMovesIsMended() throws IOException {
    firstRun();
    Path part = file.resolveSibling("a.csv.part");
    Path journalPart = file.resolveSibling("a.csv.journal.part");
    // Neither has moved: the copies are dropped.
    Files.writeString(part, "half");
    Files.writeString(journalPart, "half");
    resume(false).close();
    assertFalse(Files.exists(part) || Files.exists(journalPart));
    assertEquals("path,label\na,1\nb,CORRUPT\nc,3\n", text());
    // The first has moved: the second follows.
    Files.move(journal, journalPart);
    Files.writeString(journal, "of rows in another order\n");
    try (ResultFile result = resume(false)) {
      assertTrue(result.isDone(state("c", 3)));
    }
    assertFalse(Files.exists(journalPart));
  }

  @Test
  void otherWorkAndForeignFilesAreLeftAlone() throws IOException {
    firstRun();
    String before = text();
    assertThrows(IOException.class, () -> ResultFile.resume(file, "other", HEADER, false));
    Files.writeString(file, before.replace("b,", "better,"));
    assertThrows(IOException.class, () -> resume(false));
    Files.delete(journal);
    assertThrows(IOException.class, () -> resume(false));
    assertTrue(text().contains("better"));
    ResultFile.begin(file, "other", HEADER).close();
    assertEquals("path,label\n", text());
  }
}
