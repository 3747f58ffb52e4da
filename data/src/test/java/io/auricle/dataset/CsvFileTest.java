package io.auricle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.dataset.table.FeatureTable;
import io.auricle.dataset.table.FeatureTableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as other programs write them. */
final class CsvFileTest {
  private static final String INDEX = ": the first column has no name and is left out, as an index";

  private Path file;

  @BeforeEach
  void file(@TempDir Path folder) {
    file = folder.resolve("table.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,a\nx,1\ny,2\n",
        "name;a\nx;1\ny;2\n",
        "name\ta\r\nx\t1\r\ny\t2\r\n",
        "sep=;\nname;a\nx;1\ny;2",
        "sep=;\r\nname;a\r\nx;1\r\ny;2",
        "\"name\";\"a\"\n\"x\";1\ny;\"2\"\n",
        "\ufeffname,a\nx,1\ny,2\n",
        "\ufeff\"name\",\"a\"\nx,1\ny,2\n",
        "name, a \n x , 1 \ny,2\n\n",
        "name,a,\nx,1,\ny,2,\n",
        ",name,a\n0,x,1\n1,y,2\n",
        "Unnamed: 0.1,Unnamed: 0,name,a\n0,7,x,1\n1,,y,2\n",
        "\"\";\"name\";\"a\"\n\"1\";x;1\n\"2\";y;2\n",
      })
  void isTheSameTableHoweverItIsWritten(String text) throws Exception {
    Files.writeString(file, text);
    CsvFile csv = CsvFile.read(file, List.of("a", "name"));
    assertEquals(List.of("name", "a"), csv.columns());
    assertEquals(
        List.of(List.of("x", "1"), List.of("y", "2")),
        csv.rows().stream().map(CsvFile.Row::cells).toList());
  }

  @Test
  void headerOfOneColumnHasNoSeparator() throws Exception {
    Files.writeString(file, "name\nx;1\n");
    assertEquals("x;1", CsvFile.read(file, List.of()).rows().get(0).cells().get(0));
    Files.writeString(file, "\"a;b;c\",name\n1,2\n");
    assertEquals(List.of("a;b;c", "name"), CsvFile.read(file, List.of()).columns());
  }

  @Test
  void guardsAreTakenAwayAgain() throws Exception {
    Files.writeString(file, "name,'=a\n'=1+1.mp3,-0.5\n''-x,'plain'\n");
    CsvFile csv = CsvFile.read(file, List.of("=a"));
    assertEquals(List.of("=1+1.mp3", "-0.5"), csv.rows().get(0).cells());
    assertEquals(List.of("'-x", "'plain'"), csv.rows().get(1).cells());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a,\"b\nc,d\n'       | the table ends inside a cell: a quote is left open",
        "'a,b\n\"x\"y,1\n'    | behind the quote that ends a cell a separator must follow",
        "',a\nx.wav,1\n'      | line 2: column 1 has no name in the header and holds \"x.wav\"",
        "',a\n0.5,1\n'        | line 2: column 1 has no name in the header and holds \"0.5\"",
        "'sep=;\na;b\n1;2;3'  | line 3: 3 cells must be 2 as in the header",
        "'a,b\n1,2,3\n'       | if the first is an index, begin the header with a comma",
        "'a,b\n1\n'           | line 2: 1 cells must be 2 as in the header",
      })
  void faultsAreNamedInPlainWords(String text, String message) throws Exception {
    Files.writeString(file, text);
    assertTrue(fault().startsWith(file + ", line "), fault());
    assertTrue(fault().contains(message), fault());
  }

  @Test
  void quoteLeftOpenDoesNotFillTheMemory() throws Exception {
    Files.writeString(file, "a,b\n1,\"2\n" + "3,4\n".repeat(5_000_000));
    assertTrue(fault().contains("is a quote left open?"), fault());
  }

  @Test
  void latin1IsNamedWithItsLine() throws Exception {
    Files.write(file, "name,a\nx,1\nAndr\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(file + ", line 3: is not UTF-8 (byte 0xE9); save the file as UTF-8", fault());
  }

  /** The published table with bytes that are no UTF-8. */
  @Test
  void recordedTableInLatin1() throws Exception {
    Path table = resource("not-utf8.csv");
    DatasetException e =
        assertThrows(DatasetException.class, () -> CsvFile.read(table, List.of("filename")));
    assertEquals(
        table + ", line 1: is not UTF-8 (byte 0xFF); save the file as UTF-8", e.getMessage());
  }

  /** Rows of the published table as pandas writes them with its index, and with a list of one. */
  @Test
  void recordedTablesOfPandasAndNumpy() throws Exception {
    FeatureTable index = FeatureTableFile.read(resource("pandas-index.csv"));
    FeatureTable brackets = FeatureTableFile.read(resource("tempo-brackets.csv"));
    assertEquals(List.of(resource("pandas-index.csv") + INDEX), index.warnings());
    assertEquals(List.of(), brackets.warnings());
    assertEquals(57, index.columns().size());
    assertEquals(index.columns(), brackets.columns());
    int tempo = index.columns().indexOf("tempo");
    assertEquals(-0.17242820750, brackets.at(0, tempo), 1e-10);
    assertEquals(index.at(0, tempo), brackets.at(0, tempo));
    assertEquals("blues.00000.wav", index.rows().get(0).fileName());
  }

  @Test
  void pathsBesideNamesAreNoFeatures() throws Exception {
    Files.writeString(file, "path,filename,length,a,label\nd/x.wav,x.wav,5,1,blues\n");
    assertEquals(List.of("a"), FeatureTableFile.read(file).columns());
  }

  private String fault() {
    return String.valueOf(
        assertThrows(DatasetException.class, () -> CsvFile.read(file, List.of())).getMessage());
  }

  private static Path resource(String name) throws Exception {
    return Path.of(
        Objects.requireNonNull(CsvFileTest.class.getResource("/tables/" + name)).toURI());
  }
}
