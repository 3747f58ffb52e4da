package io.auricle.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.dataset.DatasetException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of any layout, and what is said of bad ones. */
final class PointTableFileTest {
  private static final String GOOD = "a.wav,1,2,rock\nb.wav,3,4,jazz\nc.wav,5,6,\n";

  private Path folder;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  private PointTable read(String text) throws IOException, DatasetException {
    return read(text, PointTableOptions.all());
  }

  private PointTable read(String text, PointTableOptions options)
      throws IOException, DatasetException {
    return PointTableFile.read(Files.writeString(folder.resolve("t.csv"), text), options);
  }

  private void assertRefused(String reason, String text) {
    assertRefused(reason, text, PointTableOptions.all());
  }

  private void assertRefused(String reason, String text, PointTableOptions options) {
    DatasetException refused = assertThrows(DatasetException.class, () -> read(text, options));
    assertEquals(folder.resolve("t.csv") + reason, refused.getMessage());
  }

  @Test
  void featuresAreAllColumnsButNameLengthAndLabel() throws IOException, DatasetException {
    PointTable table =
        read("x,filename,length,y,label\n1,a.wav,9,2,rock\n3,b,9,4,jazz\n5,c,9,6,\n");
    assertEquals(List.of("x", "y"), table.columns());
    assertEquals(Points.of(3, 2, new double[] {1, 2, 3, 4, 5, 6}), table.points());
    assertEquals(new PointTable.Row("a.wav", "rock"), table.rows().get(0));
    assertNull(table.rows().get(2).label());
    assertEquals(List.of("jazz", "rock"), table.labels());
  }

  @Test
  void namesAndLabelsMayBeMissing() throws IOException, DatasetException {
    PointTable table = read("x\n1\n2\n3\n");
    assertEquals(new PointTable.Row("line 3", null), table.rows().get(1));
  }

  @Test
  void labelsComeFromFileNamesWhereThereIsNoColumn() throws IOException, DatasetException {
    PointTable table = read("file_name,x\nrock.00001.wav,1\njazz.00002.wav,2\nother.wav,3\n");
    assertEquals("rock", table.rows().get(0).label());
    assertNull(table.rows().get(2).label());
  }

  @Test
  void columnsMayBeChosenAndDropped() throws IOException, DatasetException {
    PointTableOptions options =
        new PointTableOptions(Optional.of("mood"), List.of("artist"), OptionalInt.empty(), 1);
    String text = "artist,x,mood\nMe,1,sad\nYou,2,calm\nWe,3,sad\n";
    PointTable table = read(text, options);
    assertEquals(List.of("x"), table.columns());
    assertEquals(List.of("calm", "sad"), table.labels());
    assertRefused(
        ", line 1: missing columns: artist, mood; there are [x]", "x\n1\n2\n3\n", options);
  }

  @Test
  void badCellsAreNamedWithTheirLineAndColumn() {
    String head = "filename,x,y,label\n" + GOOD;
    assertRefused(", line 5: y is empty", head + "d.wav,1,,rock\n");
    assertRefused(", line 5: x=NaN must be finite", head + "d.wav,NaN,1,rock\n");
    assertRefused(", line 5: x=1e999 must be finite", head + "d.wav,1e999,1,rock\n");
    assertRefused(
        ", line 5: x=loud must be a number; --drop x leaves the column out",
        head + "d.wav,loud,1,rock\n");
    assertRefused(", line 5: 3 cells must be 4 as in the header", head + "d.wav,1,2\n");
    assertRefused(", line 5: a.wav is already in line 2", head + "a.wav,1,2,rock\n");
  }

  @Test
  void tablesWithoutPointsAreRefused() {
    assertRefused(": 1 rows below the header; a picture needs at least 3", "x,y\n1,2\n");
    assertRefused(": 0 rows below the header; a picture needs at least 3", "x,y\n");
    assertRefused(": the file is empty, a header line is expected", "");
    assertRefused(", line 1: there is no feature among [filename, label]", "filename,label\na,b\n");
    assertRefused(", line 1: column x stands there twice", "x,x\n1,2\n");
  }

  @Test
  void endlessTablesAreRefusedAndSampledInBoundedMemory() throws IOException, DatasetException {
    Path file = folder.resolve("long.csv");
    int rows = 200_000;
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("x,y\n");
      for (int row = 0; row < rows; row++) {
        writer.write(row + "," + -row + "\n");
      }
    }
    DatasetException refused =
        assertThrows(
            DatasetException.class, () -> PointTableFile.read(file, PointTableOptions.all()));
    assertEquals(
        file + ", line 50002: more than 50000 rows: draw a sample of them with --sample",
        refused.getMessage());
    PointTableOptions sample =
        new PointTableOptions(Optional.empty(), List.of(), OptionalInt.of(1000), 7);
    PointTable table = PointTableFile.read(file, sample);
    assertEquals(1000, table.rows().size());
    assertEquals(1000, new HashSet<>(table.rows()).size());
    // The mean of 1000 numbers drawn from all: five standard errors.
    assertEquals(rows / 2.0, table.points().means()[0], 5 * rows / Math.sqrt(12 * 1000.0));
    assertEquals(table, PointTableFile.read(file, sample));
  }

  @Test
  void samplesHaveLimits() {
    assertEquals(
        "sample=2 must be in [3, 50000]",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new PointTableOptions(
                        Optional.empty(), Collections.emptyList(), OptionalInt.of(2), 1))
            .getMessage());
  }
}
