package io.auricle.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.journal.FileState;
import io.auricle.text.CsvStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a table that was interrupted. */
final class TableFileTest {
  private static final String HEADER = "name";

  private static final TableFile.Form FORM = new TableFile.Form("work", HEADER, CsvStyle.PLAIN);

  private Path folder;
  private Path table;
  private TablePlace place;
  private List<Path> files;

  /** A format whose rows lie in the table alone, but for files that are gone. */
  private record Format(String gone) implements TrackFormat {
    static final Format ALL_THERE = new Format("");

    @Override
    public String header() {
      return HEADER;
    }

    @Override
    public TrackRows open(Path file, Spill lines) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String stamp(Path file) {
      return "";
    }

    @Override
    public boolean isKept(Path file) {
      return gone.isEmpty() || !file.endsWith(gone);
    }
  }

  /** A table of three files, one bad, that was begun and left. */
  @BeforeEach
  void interrupt(@TempDir Path temporary) throws Exception {
    folder = temporary;
    table = folder.resolve("t.csv");
    place = new TablePlace(table, folder.resolve("t.errors.csv"));
    files = List.of(file("a"), file("b\n"), file("c"));
    try (TableFile begun = TableFile.begin(place, FORM, 3)) {
      append(begun, 0, files.get(0), null);
      append(begun, 1, files.get(1), bad(files.get(1)));
      append(begun, 2, files.get(2), null);
    }
    assertFalse(Files.exists(table));
    assertTrue(place.isInterrupted());
  }

  @Test
  void unchangedFilesAreKept() throws Exception {
    assertEquals(List.of(), redone(files));
    finish(files);
    assertEquals("name\na\nc\n", Files.readString(table));
    assertEquals(
        "path,code,message\n\"" + files.get(1) + "\",CORRUPT,\"bad, \"\"very\"\"\"\n",
        Files.readString(place.errors()));
    assertEquals(List.of(".t.csv.files", "a", "b\n", "c", "t.csv", "t.errors.csv"), names());
  }

  @Test
  void cutLinesAreDropped() throws Exception {
    Files.writeString(place.partial(), "line 3 which was c", StandardOpenOption.APPEND);
    byte[] notes = Files.readAllBytes(place.journal());
    Files.write(place.journal(), Arrays.copyOf(notes, notes.length - 4));
    assertEquals(List.of("c"), redone(files));
    assertEquals("name\na\n", Files.readString(place.partial()));
    finish(files);
    assertEquals("name\na\nc\n", Files.readString(table));
  }

  @Test
  void linesThatDidNotReachTheDiskAreDoneAgain() throws Exception {
    Files.writeString(place.partial(), "name\na\n\0");
    assertEquals(List.of("c"), redone(files));
    finish(files);
    assertEquals("name\na\nc\n", Files.readString(table));
  }

  @Test
  void changedFilesAloneAreDoneAgain() throws Exception {
    Files.setLastModifiedTime(files.get(0), FileTime.fromMillis(5));
    assertEquals(List.of("a"), redone(files));
    finish(files);
    assertEquals("name\na\nc\n", Files.readString(table));
  }

  @Test
  void filesAreKnownWhereverTheyStand() throws Exception {
    List<Path> others = List.of(file("new"), files.get(2), files.get(0), files.get(2));
    assertEquals(List.of("new"), redone(others));
    finish(others);
    assertEquals("name\nnew\nc\na\nc\n", Files.readString(table));
    assertFalse(Files.exists(place.errors()));
    assertFalse(place.isInterrupted());
  }

  @Test
  void finishedTableTakesNewFiles() throws Exception {
    finish(files);
    List<Path> more = List.of(file("0"), files.get(0), file("b2"), files.get(2), file("z"));
    assertEquals(List.of("0", "b2", "z"), redone(more));
    finish(more);
    assertEquals("name\n0\na\nb2\nc\nz\n", Files.readString(table));
    byte[] record = Files.readAllBytes(place.record());

    // All over again, as if nothing had been there.
    try (TableFile fresh = TableFile.begin(place, FORM, more.size())) {
      for (int i = 0; i < more.size(); i++) {
        append(fresh, i, more.get(i), null);
      }
      fresh.finish();
    }
    assertEquals("name\n0\na\nb2\nc\nz\n", Files.readString(table));
    assertArrayEquals(Files.readAllBytes(place.record()), record);
    assertEquals(List.of(), redone(more.subList(1, 3)));
  }

  @Test
  void tableThatSomebodyElseHasWrittenIsNotTrusted() throws Exception {
    finish(files);
    Files.writeString(table, Files.readString(table).replace("c", "x"));
    assertEquals(List.of("c"), redone(files));
    finish(files);
    assertEquals("name\na\nc\n", Files.readString(table));
    Files.delete(table);
    assertEquals(List.of("a", "b\n", "c"), redone(files));
  }

  /** A kill between any two steps of finishing leaves files from before and after; all is known. */
  @Test
  void killWhileFinishingLosesNothing() throws Exception {
    finish(files);
    List<Path> more = List.of(file("new"), files.get(0), files.get(2));
    byte[] oldTable = Files.readAllBytes(table);
    byte[] oldRecord = Files.readAllBytes(place.record());
    try (TableFile going = TableFile.resume(place, FORM, more, Format.ALL_THERE, false)) {
      append(going, 0, more.get(0), null);
    }
    byte[] part = Files.readAllBytes(place.partial());
    byte[] journal = Files.readAllBytes(place.journal());
    finish(more);
    byte[] newTable = Files.readAllBytes(table);
    byte[] newRecord = Files.readAllBytes(place.record());
    TablePlace merged = place.merged();
    for (int step = 0; step < 4; step++) {
      Files.write(place.partial(), part);
      Files.write(place.journal(), journal);
      Files.write(table, step < 2 ? oldTable : newTable);
      Files.write(place.record(), step < 3 ? oldRecord : newRecord);
      if (step == 1) {
        Files.write(merged.table(), newTable);
      }
      if (step == 1 || step == 2) {
        Files.write(merged.record(), newRecord);
      }
      assertEquals(List.of(), redone(more), "step " + step);
      finish(more);
      assertArrayEquals(newTable, Files.readAllBytes(table), "step " + step);
      assertEquals(
          List.of(".t.csv.files", "a", "b\n", "c", "new", "t.csv"), names(), "step " + step);
    }
  }

  @Test
  void whatFailedIsTriedAgainIfWanted() throws Exception {
    try (TableFile file = TableFile.resume(place, FORM, files, Format.ALL_THERE, true)) {
      assertEquals(List.of("b\n"), rest(file, files));
      append(file, 1, files.get(1), null);
      file.finish();
    }
    assertEquals("name\na\nb\n\nc\n", Files.readString(table));
    assertFalse(Files.exists(place.errors()));
  }

  @Test
  void whatLiesBesideMustBeThere() throws Exception {
    try (TableFile file = TableFile.resume(place, FORM, files, new Format("c"), false)) {
      assertEquals(List.of("c"), rest(file, files));
    }
  }

  @Test
  void otherWorkIsRefused() {
    TableFile.Form other = new TableFile.Form("other", HEADER, CsvStyle.PLAIN);
    IOException e =
        assertThrows(
            IOException.class,
            () -> TableFile.resume(place, other, files, Format.ALL_THERE, false));
    assertTrue(String.valueOf(e.getMessage()).contains("begun with other options"));
    assertTrue(place.isInterrupted());
  }

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "sound");
  }

  private static DecodeException bad(Path file) {
    return new DecodeException(ErrorCode.CORRUPT, file, "bad, \"very\"");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** The files that have to be done. */
  private List<String> redone(List<Path> all) throws IOException {
    try (TableFile file = TableFile.resume(place, FORM, all, Format.ALL_THERE, false)) {
      return rest(file, all);
    }
  }

  private static List<String> rest(TableFile file, List<Path> all) {
    return IntStream.range(0, all.size())
        .filter(i -> !file.isDone(i))
        .mapToObj(i -> String.valueOf(all.get(i).getFileName()))
        .toList();
  }

  /** Does what is not done yet. */
  private void finish(List<Path> all) throws IOException {
    try (TableFile file = TableFile.resume(place, FORM, all, Format.ALL_THERE, false)) {
      for (int i = 0; i < all.size(); i++) {
        if (!file.isDone(i)) {
          append(file, i, all.get(i), null);
        }
      }
      file.finish();
    }
  }

  private void append(TableFile table, int index, Path file, @Nullable DecodeException error)
      throws IOException {
    try (Spill lines = new Spill(folder, 100)) {
      lines.write((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
      table.append(index, FileState.of(file), "", lines, error);
    }
  }
}
