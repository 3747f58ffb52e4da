package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.dataset.table.NpyArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code auricle features}: tables, arrays, errors. */
final class FeaturesTest {
  /** The first line of the published table of whole clips. */
  private static final String PUBLISHED =
      "filename,length,chroma_stft_mean,chroma_stft_var,rms_mean,rms_var,spectral_centroid_mean,"
          + "spectral_centroid_var,spectral_bandwidth_mean,spectral_bandwidth_var,rolloff_mean,"
          + "rolloff_var,zero_crossing_rate_mean,zero_crossing_rate_var,harmony_mean,harmony_var,"
          + "perceptr_mean,perceptr_var,tempo,"
          + "mfcc1_mean,mfcc1_var,mfcc2_mean,mfcc2_var,mfcc3_mean,mfcc3_var,mfcc4_mean,mfcc4_var,"
          + "mfcc5_mean,mfcc5_var,mfcc6_mean,mfcc6_var,mfcc7_mean,mfcc7_var,mfcc8_mean,mfcc8_var,"
          + "mfcc9_mean,mfcc9_var,mfcc10_mean,mfcc10_var,mfcc11_mean,mfcc11_var,mfcc12_mean,"
          + "mfcc12_var,mfcc13_mean,mfcc13_var,mfcc14_mean,mfcc14_var,mfcc15_mean,mfcc15_var,"
          + "mfcc16_mean,mfcc16_var,mfcc17_mean,mfcc17_var,mfcc18_mean,mfcc18_var,mfcc19_mean,"
          + "mfcc19_var,mfcc20_mean,mfcc20_var,label";

  private Path folder;
  private Path data;

  @BeforeEach
  void data(@TempDir Path temporary) throws IOException {
    folder = temporary;
    data = Wav.noises(folder.resolve("data"), 3);
  }

  @Test
  void gtzan57HasThePublishedColumns() throws IOException {
    Path blues = Files.createDirectory(folder.resolve("blues")).resolve("blues.00000.wav");
    Files.write(blues, Wav.noise("hum", 1, 3));
    Outcome outcome = Outcome.of("features", "--set", "gtzan57", blues, data.resolve("hum/0.wav"));
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(PUBLISHED, outcome.outLines().get(0));
    assertTrue(outcome.outLines().get(1).matches("blues\\.00000\\.wav,66150,.*,blues"));
    assertTrue(outcome.outLines().get(2).matches("0\\.wav,44100,.*,"), outcome.out());
    for (String line : outcome.outLines()) {
      assertEquals(60, line.split(",", -1).length, line);
    }
  }

  @Test
  void segmentsAreNamedByTheirIndexAndTheRestIsDropped() throws IOException {
    Path file = Files.write(folder.resolve("hum.00007.wav"), Wav.noise("hum", 1, 5));
    Outcome outcome = Outcome.of("features", "--segment", "2", file);
    assertEquals(
        List.of("filename", "hum.00007.0.wav", "hum.00007.1.wav"),
        outcome.outLines().stream().map(line -> line.split(",", -1)[0]).toList());
    assertTrue(outcome.outLines().get(1).startsWith("hum.00007.0.wav,44100,"), outcome.out());
  }

  @Test
  void piecesOverlapByTheirHopAndAreCutFromTheSameSound() throws IOException {
    Path file = Files.write(folder.resolve("hum.00007.wav"), Wav.noise("hum", 1, 5));
    Outcome apart = Outcome.of("features", "--set", "gtzan57", "--segment", "1", file);
    Outcome half =
        Outcome.of("features", "--set", "gtzan57", "--segment", "1", "--hop", ".5", file);
    assertEquals(0, half.code(), half.err());
    assertEquals(1 + 5, apart.outLines().size());
    assertEquals(1 + 9, half.outLines().size());
    for (int piece = 0; piece < 5; piece++) {
      String own = apart.outLines().get(1 + piece).replaceFirst("^[^,]*,", "");
      assertEquals(own, half.outLines().get(1 + 2 * piece).replaceFirst("^[^,]*,", ""));
    }
    for (String[] words : new String[][] {{"--hop", "1"}, {"--segment", "1", "--hop", "2"}}) {
      List<Object> line = new ArrayList<>(List.of("features"));
      line.addAll(List.of(words));
      line.add(file);
      Outcome refused = Outcome.of(line.toArray());
      assertEquals(2, refused.code(), refused.err());
      assertTrue(refused.err().startsWith("auricle: --hop"), refused.err());
    }
  }

  @Test
  void arraysAreSummedUpAndSomeFilesMayFail() throws IOException {
    Path out = folder.resolve("arrays");
    Files.writeString(data.resolve("hum/bad.wav"), "no sound");
    Object[] line = {
      "features", "--set", "mel", "--segment", "1", "--summary", "-o", out, data, "--max-error-rate"
    };
    Object[] words = Arrays.copyOf(line, line.length + 1);
    words[line.length] = "0.2";
    Outcome outcome = Outcome.of(words);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("bad.wav"), outcome.err());
    assertEquals("12 pieces of 44 x 128", outcome.outLines().get(0));
    assertTrue(outcome.outLines().get(1).startsWith("6 arrays, 0.3 MB"), outcome.out());
    words[line.length] = "0.1";
    assertEquals(1, Outcome.of(words).code());
    words[line.length] = "2";
    assertEquals(2, Outcome.of(words).code());
    assertEquals(2, Outcome.of("features", "--summary", data).code());
  }

  @Test
  void tableAndItsErrorsReplaceThoseBefore() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "old");
    Path errors = folder.resolve("table.errors.csv");
    Path missing = folder.resolve("missing, or not.wav");
    Outcome outcome = Outcome.of("features", "-o", table, data.resolve("hum"), missing);
    assertEquals(1, outcome.code());
    assertEquals("", outcome.out());
    assertEquals("auricle: " + missing + ": no such file [NOT_FOUND]", outcome.err().strip());
    assertEquals(4, Files.readAllLines(table).size());
    assertEquals(
        List.of("path,code,message", "\"" + missing + "\",NOT_FOUND,no such file"),
        Files.readAllLines(errors));
    assertEquals(List.of("data", "table.csv", "table.errors.csv"), names(folder));

    assertEquals(0, Outcome.of("features", "-o", table, data.resolve("hum")).code());
    assertEquals(List.of("data", "table.csv"), names(folder));

    Path nowhere = folder.resolve("no/such/table.csv");
    Outcome failed = Outcome.of("features", "-o", nowhere, data.resolve("hum"));
    assertEquals(1, failed.code());
    assertTrue(failed.err().contains("no such file or folder"), failed.err());
  }

  @Test
  void tablesDoNotDependOnThreads() {
    Path missing = folder.resolve("missing.wav");
    assertEquals(
        Outcome.of("features", "--set", "mel", "--threads", "1", data, missing, data),
        Outcome.of("features", "--set", "mel", "--threads", "5", data, missing, data));
  }

  @Test
  void arrayHasTheRowsOfTheTable() throws Exception {
    Path file = data.resolve("hum/0.wav");
    Path array = folder.resolve("mel.npy");
    assertEquals(0, Outcome.of("features", "--set", "mel", "-o", array, file).code());
    List<String> lines = Outcome.of("features", "--set", "mel", file).outLines();
    NpyArray values = NpyArray.open(array);
    assertEquals(List.of(lines.size() - 1L, 128L), values.shape());
    for (int row = 1; row < lines.size(); row++) {
      String[] cells = lines.get(row).split(",", -1);
      for (int c = 0; c < 128; c++) {
        assertEquals(Float.parseFloat(cells[c + 2]), values.at((row - 1) * 128L + c));
      }
    }
    assertEquals(List.of("data", "mel.npy"), names(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "mel, 1, 2x44x128",
    "mel, , 87x128",
    "gtzan57, 1, 2x57",
    "gtzan57, , 1x57",
    "chin97, 0.5, 4x97",
    "mfcc, 2, 1x87x20"
  })
  void arraysOfAFolderLieInATreeAsItsFiles(String set, String segment, String shape)
      throws Exception {
    Path out = folder.resolve("arrays");
    Files.copy(
        data.resolve("hum/0.wav"), Files.createDirectory(data.resolve("rock")).resolve("a b.wav"));
    Files.writeString(data.resolve("hum/bad.wav"), "no audio at all");
    List<Object> words =
        new java.util.ArrayList<>(List.of("features", "--set", set, "-o", out, data));
    if (segment != null) {
      words.addAll(List.of("--segment", segment));
    }
    Outcome outcome = Outcome.of(words.toArray());
    assertEquals(1, outcome.code(), outcome.err());
    assertEquals(List.of("errors.csv", "hiss", "hum", "index.csv", "rock"), names(out));
    List<String> index = Files.readAllLines(out.resolve("index.csv"));
    assertEquals("path,array,shape,sample_rate_hz,length,label,set,options", index.get(0));
    assertEquals(8, index.size());
    String[] cells = index.get(7).split(",", -1);
    assertEquals(data.resolve("rock/a b.wav").toString(), cells[0]);
    assertEquals(
        List.of("rock/a b.wav.npy", shape, "22050", "44100", "rock", set),
        List.of(cells).subList(1, 7));
    assertTrue(cells[7].matches("[0-9a-f]{16}"), cells[7]);
    assertEquals(
        Stream.of(shape.split("x", -1)).map(Long::valueOf).toList(),
        NpyArray.open(out.resolve(cells[1])).shape());
    List<String> errors = Files.readAllLines(out.resolve("errors.csv"));
    assertEquals(2, errors.size());
    assertTrue(
        errors.get(1).startsWith(data.resolve("hum/bad.wav") + ",UNSUPPORTED,"), errors.get(1));
  }

  @Test
  void arraysOfSeveralFoldersKeepTheirNames() throws IOException {
    Path out = folder.resolve("arrays");
    Path hum = data.resolve("hum");
    assertEquals(
        0,
        Outcome.of("features", "-o", out, hum, data.resolve("hiss"), hum.resolve("0.wav")).code());
    assertEquals(List.of("hiss", "hum", "index.csv"), names(out));
    assertEquals(7, Files.readAllLines(out.resolve("index.csv")).size());
  }

  @Test
  void outputThatFitsNoneIsUsage() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");
    for (Object[] words :
        new Object[][] {
          {"features", "-o", folder.resolve("a.npy"), data},
          {"features", "-o", file, data},
          {"features", "--resume", data}
        }) {
      Outcome outcome = Outcome.of(words);
      assertEquals(2, outcome.code(), outcome.err());
      assertTrue(outcome.err().startsWith("auricle: --"), outcome.err());
    }
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void listShowsShapesAndColumns() {
    Outcome outcome = Outcome.of("features", "--list");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.outLines().contains("mel: 128 columns, a row a frame"), outcome.out());
    assertTrue(outcome.outLines().contains("  mel1 ... mel128"), outcome.out());
    assertTrue(outcome.out().contains("gtzan57: 57 columns, a row a file or segment"));
    assertTrue(outcome.out().contains(" mfcc20_var"), outcome.out());
    assertTrue(outcome.outLines().stream().allMatch(line -> line.length() <= 80), outcome.out());
  }

  @Test
  void unknownSetNamesTheNearest() {
    assertTrue(
        Outcome.of("features", "--set", "gtzan75", "x").err().contains("; did you mean gtzan57?"));
    assertTrue(
        Outcome.of("features", "--set", "no.yaml", "x").err().contains("no.yaml: no such file"));
  }

  @Test
  void tablesGoOnWhenFilesWereAdded() throws IOException {
    Path table = folder.resolve("table.csv");
    Path fresh = folder.resolve("fresh.csv");
    Path missing = folder.resolve("missing.wav");
    assertEquals(0, Outcome.of("features", "-o", table, data.resolve("hum")).code());
    Files.copy(data.resolve("hum/0.wav"), data.resolve("hum/00.wav"));
    Outcome more = Outcome.of("features", "--resume", "-o", table, missing, data);
    assertEquals(1, more.code(), more.err());
    assertTrue(more.err().contains("auricle: 3 of 8 files are done already"), more.err());
    assertEquals(1, Outcome.of("features", "-o", fresh, missing, data).code());
    assertEquals(Files.readString(fresh), Files.readString(table));
    Outcome again = Outcome.of("features", "--resume", "-o", table, data);
    assertTrue(again.err().contains("auricle: 7 of 7 files are done already"), again.err());
    assertEquals(Files.readString(fresh), Files.readString(table));
    Outcome other = Outcome.of("features", "--resume", "--set", "mfcc", "-o", table, data);
    assertEquals(0, other.code(), other.err());
    assertTrue(!other.err().contains("done already"), other.err());
  }

  @Test
  void arraysGoOnWhenFilesWereAdded() throws IOException {
    Path arrays = folder.resolve("arrays");
    assertEquals(0, Outcome.of("features", "-o", arrays, data).code());
    String before = Files.readString(arrays.resolve("index.csv"));
    Files.copy(data.resolve("hum/0.wav"), data.resolve("hum/00.wav"));
    Files.delete(arrays.resolve("hum/1.wav.npy"));
    Outcome more = Outcome.of("features", "--resume", "-o", arrays, data);
    assertTrue(more.err().contains("auricle: 5 of 7 files are done already"), more.err());
    String index = Files.readString(arrays.resolve("index.csv"));
    assertEquals(
        before.lines().toList(), index.lines().filter(l -> !l.contains("00.wav")).toList());
    assertTrue(Files.isRegularFile(arrays.resolve("hum/1.wav.npy")));
    assertTrue(Files.isRegularFile(arrays.resolve("hum/00.wav.npy")));
  }

  @Test
  void pathsCanBeJoinedWithThoseOfClassify() throws IOException {
    Outcome plain = Outcome.of("features", data);
    assertTrue(plain.err().contains("have the same name; --path-column tells"), plain.err());
    Outcome features = Outcome.of("features", "--path-column", data);
    assertEquals("", features.err());
    Outcome classified = Outcome.of("classify", "--format", "csv", data);
    assertTrue(features.outLines().get(0).startsWith("path,filename,length,"), features.out());
    assertEquals(firsts(classified), firsts(features));
    // Without the column a table is that of the plain command.
    assertEquals(
        plain.outLines(),
        features.outLines().stream().map(l -> l.substring(l.indexOf(',') + 1)).toList());
    Path table = Files.writeString(folder.resolve("paths.csv"), features.out());
    Outcome explored = Outcome.of("explore", table, "-o", folder.resolve("x.svg"));
    assertEquals(0, explored.code(), explored.err());
    assertTrue(explored.out().startsWith("6 points, 57 features"), explored.out());
  }

  private static List<String> firsts(Outcome outcome) {
    return outcome.outLines().stream().map(line -> line.split(",", 2)[0]).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.feather",
        "x.feather",
        "x.h5",
        "x.xlsx",
        "x.tsv",
        "x.json",
        "x.npz",
        "x.csv.gz",
        "a/b.TXT"
      })
  void endingsOfOtherFormatsAreRefused(String name) throws IOException {
    Outcome outcome = Outcome.of("features", "-o", folder.resolve(name), data);
    assertEquals(2, outcome.code(), outcome.err());
    String ending = name.substring(name.lastIndexOf('.'));
    assertTrue(
        outcome.err().contains("of the ending " + ending + " are not written"), outcome.err());
    assertTrue(outcome.err().contains("FILE.parquet for a table, FILE.npy"), outcome.err());
    assertEquals(List.of("data"), names(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arrays", "v1.2", ".hidden", "x.arrays/"})
  void otherNamesAreFolders(String name) throws IOException {
    String out = folder + "/" + name;
    assertEquals(0, Outcome.of("features", "-o", out, data.resolve("hum")).code());
    assertTrue(Files.isRegularFile(Path.of(out, "index.csv")));
    // What is a folder already may be named without the slash.
    assertEquals(0, Outcome.of("features", "-o", Path.of(out), data.resolve("hum")).code());
  }

  @Test
  void quietSaysWhatFailedAlone() throws IOException {
    Path missing = folder.resolve("missing.wav");
    Path table = folder.resolve("t.csv");
    Outcome quiet = Outcome.of("features", "--quiet", "-o", table, data, missing);
    assertEquals(1, quiet.code());
    assertEquals("auricle: " + missing + ": no such file [NOT_FOUND]", quiet.err().strip());
    Outcome explored = Outcome.of("explore", "-q", writeTable(), "-o", folder.resolve("x.svg"));
    assertEquals(0, explored.code(), explored.err());
    assertEquals("", explored.err());
  }

  private Path writeTable() throws IOException {
    return Files.writeString(
        folder.resolve("i.csv"), ",filename,a,b\n0,x.wav,1,2\n1,y.wav,[3],5\n2,z.wav,2,1\n");
  }

  @Test
  void textsAreNoFormulasAndExcelKnowsUtf8() throws IOException {
    Path names = Files.createDirectory(folder.resolve("names"));
    Path evil = Files.copy(data.resolve("hum/0.wav"), names.resolve("=1+1.wav"));
    Files.copy(data.resolve("hum/1.wav"), names.resolve("-x.wav"));
    Files.copy(data.resolve("hum/2.wav"), names.resolve("@y.wav"));
    Path table = folder.resolve("t.csv");
    assertEquals(0, Outcome.of("features", "--bom", "-o", table, names).code());
    List<String> lines = Files.readAllLines(table);
    assertTrue(lines.get(0).startsWith("\ufefffilename,length,"), lines.get(0));
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("'=1+1.wav,44100,")), lines.toString());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("'-x.wav,")), lines.toString());
    assertTrue(lines.get(1).matches(".*,-\\d.*"), lines.get(1));
    Outcome explored = Outcome.of("explore", table, "-o", folder.resolve("x.html"));
    assertEquals(0, explored.code(), explored.err());
    String page = Files.readString(folder.resolve("x.html"));
    assertTrue(page.contains("\"=1+1.wav\"") && !page.contains("'=1+1"), "names are as they were");
    Outcome resumed = Outcome.of("features", "--bom", "--resume", "-o", table, names);
    assertTrue(resumed.err().contains("3 of 3 files are done already"), resumed.err());
    assertEquals(lines, Files.readAllLines(table));

    Outcome raw = Outcome.of("features", "--raw-csv", evil);
    assertTrue(raw.outLines().get(1).startsWith("=1+1.wav,"), raw.out());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
