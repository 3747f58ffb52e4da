package io.auricle.dataset.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureTableTest {
  private final Path file;

  FeatureTableTest(@TempDir Path folder) {
    file = folder.resolve("features.csv");
  }

  @Test
  void columnsAreFoundByNameAndPiecesByFileName() throws Exception {
    Files.writeString(file, "b,filename,a,length,label\n1,rock.00099.2.wav,1e-5,220500,rock\n");
    FeatureTable table = FeatureTableFile.read(file, List.of("a", "b"));
    assertArrayEquals(new double[] {1e-5, 1}, table.row(0));
    assertEquals(
        new PieceKey("rock.00099.2.wav", new TrackId("rock.00099"), 2, 220500, new Label("rock")),
        table.rows().get(0));
  }

  @Test
  void labelIsTakenFromTheFileNameWhereThereIsNoColumn() throws Exception {
    Files.writeString(file, "file_name,a\nmetal.00012.wav,1\nsong.mp3,2\n");
    FeatureTable table = FeatureTableFile.read(file);
    assertEquals(new Label("metal"), table.rows().get(0).label());
    assertEquals(null, table.rows().get(1).label());
    assertEquals(List.of("a"), table.columns());
  }

  @Test
  void rowsWithoutFileNamesAreRecordingsOfTheirOwn() throws Exception {
    Files.writeString(file, "a,label\n1,blues\n2,rock\n");
    FeatureTable table = FeatureTableFile.readUntracked(file, List.of("a"));
    assertEquals(
        List.of(
            new PieceKey("row 00002", new TrackId("row 00002"), 0, 0, new Label("blues")),
            new PieceKey("row 00003", new TrackId("row 00003"), 0, 0, new Label("rock"))),
        table.rows());
    Files.writeString(file, "a,label,filename\n1,blues,x.3.wav\n");
    assertEquals(
        "x.3.wav", FeatureTableFile.readUntracked(file, List.of("a")).rows().get(0).fileName());
  }

  @Test
  void writtenTableIsReadBitForBit() throws Exception {
    FeatureTable table =
        FeatureTable.builder(List.of("a", "b"))
            .add(
                PieceKey.of("x, \"y\".wav", 661794, new Label("jazz")),
                new double[] {0.1 + 0.2, -1e-300})
            .add(PieceKey.of("z.wav", 0, null), new double[] {Math.PI, 3})
            .build();
    FeatureTableFile.write(table, file);
    FeatureTable read = FeatureTableFile.read(file);
    assertEquals("filename,length,a,b,label", Files.readAllLines(file).get(0));
    assertEquals(table.rows(), read.rows());
    assertArrayEquals(table.row(0), read.row(0));
    assertArrayEquals(table.row(1), read.row(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filename,a;x.wav,1|, line 1: missing columns: b; there are [filename, a]",
        "filename,a,b;x.wav,1,2;y.wav,one,2|, line 3: a=one must be a number",
        "filename,a,b;x.wav,1,NaN|, line 2: b=NaN must be finite",
        "filename,a,b;x.wav,,2|, line 2: a is empty",
        "filename,a,b;x.wav,1,2;x.au,1,2|, line 3: x.au is already in line 2",
        "filename,a,b;x.wav,1|, line 2: 2 cells must be 3 as in the header",
        "filename,a,b,a;x.wav,1,2,3|, line 1: column a stands there twice",
        "filename,a,,b;x.wav,1,2,3|, line 2: column 3 has no name in the header and holds \"2\";"
            + " give it one",
        "filename,a,b;x.wav,1,-Infinity|, line 2: b=-Infinity must be finite",
        "name,a,b;x.wav,1,2|, line 1: missing column: one of filename, file_name; without it the"
            + " rows can be divided by a leaky random split alone"
      })
  void badTableNamesFileAndLine(String lines, String message) throws Exception {
    Files.writeString(file, lines.replace(";", "\n"));
    assertEquals(
        file + message,
        assertThrows(DatasetException.class, () -> FeatureTableFile.read(file, List.of("a", "b")))
            .getMessage());
  }

  @Test
  void tableTooLargeForTheMemoryIsRefusedWithItsLine() throws Exception {
    // Wide rows of empty cells: quickly written and quickly too many.
    int width = 10_000;
    StringBuilder head = new StringBuilder("filename");
    for (int c = 1; c < width; c++) {
      head.append(",c").append(c);
    }
    String row = "x" + ",".repeat(width - 1) + "\n";
    Files.writeString(file, head + "\n" + row.repeat(2001));
    DatasetException e =
        assertThrows(DatasetException.class, () -> FeatureTableFile.read(file, List.of("c1")));
    assertEquals(
        file
            + ", line 2002: more than 20000000 cells: a table is held in memory, divide it into"
            + " files",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "features_30_sec.csv, 57, 1000, 1000",
    "features_10_sec.csv, 57, 2991, 1000",
    "features_chin_97.csv, 97, 1000, 1000"
  })
  void publishedTablesAreRead(String name, int columns, int rows, int tracks) throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to read the published tables");
    FeatureTable table =
        FeatureTableFile.read(Path.of(String.valueOf(data), "gtzan-features", name));
    assertEquals(columns, table.columns().size());
    assertEquals(rows, table.rows().size());
    assertEquals(tracks, table.rows().stream().map(PieceKey::track).distinct().count());
    assertEquals(10, table.rows().stream().map(PieceKey::label).distinct().count());
  }
}
