package io.auricle.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a table that was interrupted. */
final class TableFileTest {
  private static final String HEADER = "name";

  private Path folder;
  private Path table;
  private Path errors;
  private List<Path> files;

  /** A table of three files, one bad, that was begun and left. */
  @BeforeEach
  void interrupt(@TempDir Path temporary) throws Exception {
    folder = temporary;
    table = folder.resolve("t.csv");
    errors = folder.resolve("t.errors.csv");
    files = List.of(folder.resolve("a"), folder.resolve("b\n"), folder.resolve("c"));
    for (Path file : files) {
      Files.writeString(file, "sound");
    }
    try (TableFile begun = TableFile.begin(table, errors, "work", HEADER)) {
      append(begun, 0, null);
      append(begun, 1, new DecodeException(ErrorCode.CORRUPT, files.get(1), "bad, \"very\""));
      append(begun, 2, null);
    }
    assertFalse(Files.exists(table));
    assertTrue(TableFile.isInterrupted(table));
  }

  @Test
  void unchangedFilesAreKept() throws Exception {
    assertEquals(3, resumed(files).size());
    finish(files);
    assertEquals("name\nline 0\nline 2\n", Files.readString(table));
    assertEquals(
        "path,code,message\n\"" + files.get(1) + "\",CORRUPT,\"bad, \"\"very\"\"\"\n",
        Files.readString(errors));
    assertFalse(TableFile.isInterrupted(table));
  }

  @Test
  void cutLinesAreDropped() throws Exception {
    Path part = table.resolveSibling("t.csv.part");
    Files.writeString(part, "line 3 which was c", StandardOpenOption.APPEND);
    Path journal = table.resolveSibling("t.csv.journal");
    byte[] notes = Files.readAllBytes(journal);
    Files.write(journal, java.util.Arrays.copyOf(notes, notes.length - 4));
    assertEquals(2, resumed(files).size());
    assertEquals("name\nline 0\n", Files.readString(part));
    finish(files);
    assertEquals("name\nline 0\nline 2\n", Files.readString(table));
  }

  @Test
  void linesThatDidNotReachTheDiskAreDoneAgain() throws Exception {
    Files.writeString(table.resolveSibling("t.csv.part"), "name\nline 0\nli");
    assertEquals(2, resumed(files).size());
    finish(files);
    assertEquals("name\nline 0\nline 2\n", Files.readString(table));
  }

  @Test
  void fromTheFirstChangedFileOnAllIsDoneAgain() throws Exception {
    Files.setLastModifiedTime(files.get(1), FileTime.fromMillis(5));
    assertEquals(1, resumed(files).size());
  }

  @Test
  void otherFilesAreDoneAgain() throws Exception {
    assertEquals(0, resumed(List.of(files.get(2), files.get(0))).size());
  }

  @Test
  void fewerFilesAreTheBeginning() throws Exception {
    assertEquals(1, resumed(files.subList(0, 1)).size());
    finish(files.subList(0, 1));
    assertEquals("name\nline 0\n", Files.readString(table));
    assertFalse(Files.exists(errors));
  }

  @Test
  void whatLiesBesideMustBeThere() throws Exception {
    try (TableFile file =
        TableFile.resume(table, errors, "work", HEADER, files, f -> !f.endsWith("c"))) {
      assertEquals(2, file.done().size());
    }
  }

  @Test
  void otherWorkIsRefused() {
    IOException e =
        assertThrows(
            IOException.class,
            () -> TableFile.resume(table, errors, "other", HEADER, files, f -> true));
    assertTrue(String.valueOf(e.getMessage()).contains("begun with other options"));
    assertTrue(TableFile.isInterrupted(table));
  }

  private List<Journal.Entry> resumed(List<Path> all) throws IOException {
    try (TableFile file = TableFile.resume(table, errors, "work", HEADER, all, f -> true)) {
      return List.copyOf(file.done());
    }
  }

  /** Does what is not done yet. */
  private void finish(List<Path> all) throws IOException {
    try (TableFile file = TableFile.resume(table, errors, "work", HEADER, all, f -> true)) {
      for (int i = file.done().size(); i < all.size(); i++) {
        append(file, i, null);
      }
      file.finish();
    }
  }

  private void append(TableFile file, int index, @Nullable DecodeException error)
      throws IOException {
    try (Spill lines = new Spill(folder, 100)) {
      lines.write(("line " + index + "\n").getBytes(StandardCharsets.UTF_8));
      file.append(FileState.of(files.get(index)), lines, error);
    }
  }
}
