package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands besides classify, from their words to their files. */
final class CommandsTest {
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

  private static Path trained;
  private static Path model;

  private Path folder;
  private Path data;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    trained = temporary;
    model = TinyModel.train(temporary);
  }

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
  void featuresReplaceTheirFileWholeOrNotAtAll() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "old");
    Path missing = folder.resolve("missing.wav");
    Outcome outcome = Outcome.of("features", "-o", table, data.resolve("hum"), missing);
    assertEquals(1, outcome.code());
    assertEquals("", outcome.out());
    assertEquals("auricle: " + missing + ": no such file [NOT_FOUND]", outcome.err().strip());
    assertEquals(4, Files.readAllLines(table).size());
    assertEquals(List.of("data", "table.csv"), names(folder));

    Path nowhere = folder.resolve("no/such/table.csv");
    Outcome failed = Outcome.of("features", "-o", nowhere, data.resolve("hum"));
    assertEquals(1, failed.code());
    assertTrue(failed.err().contains("no such file or folder"), failed.err());
  }

  @Test
  void evaluateMeasuresAllTracksAndWritesItsReport() throws IOException {
    Path report = folder.resolve("report.html");
    Outcome outcome =
        Outcome.of(
            "evaluate",
            "--model",
            model,
            "--dataset",
            "folder",
            "--data",
            data,
            "--split",
            "all",
            "--report",
            report);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("by track (6 items"), outcome.out());
    assertTrue(outcome.out().matches("(?s).*accuracy +1\\.000 .*"), outcome.out());
    String html = Files.readString(report);
    assertTrue(html.contains("noises on folder"), html.substring(0, 300));
    assertFalse(html.contains("src=\"http"));
    assertEquals("auricle: wrote " + report, outcome.err().strip());
  }

  @Test
  void evaluateTakesThePartOfASplitFile() throws IOException {
    Path split =
        Files.writeString(
            folder.resolve("my.split"),
            """
            auricle-split: 1
            name: mine
            origin: by hand
            leaky: false
            [train]
            hiss/0.wav
            [validation]
            hum/0.wav
            [test]
            hiss/1.wav
            hum/1.wav
            hum/2.wav
            """);
    String[] words = {"evaluate", "--model", model.toString(), "--dataset", "folder"};
    Outcome test = Outcome.of(with(words, "--data", data, "--split", split));
    assertEquals(0, test.code(), test.err());
    assertTrue(test.out().contains("by track (3 items"), test.out());
    Outcome train = Outcome.of(with(words, "--data", data, "--split", split, "--part", "train"));
    assertTrue(train.out().contains("by track (1 items"), train.out());
    Outcome none = Outcome.of(with(words, "--data", data, "--split", folder.resolve("none")));
    assertEquals(1, none.code());
    assertEquals(
        "auricle: " + folder.resolve("none") + ": no such file or folder", none.err().strip());
  }

  @Test
  void evaluateGoesOnAfterABadTrack() throws IOException {
    Path bad = Files.writeString(data.resolve("hum/bad.wav"), "no audio at all");
    Outcome outcome =
        Outcome.of(
            "evaluate", "--model", model, "--dataset", "folder", "--data", data, "--split", "all");
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().startsWith("auricle: " + bad + ": "), outcome.err());
    assertTrue(outcome.out().contains("by track (6 items"), outcome.out());
  }

  @Test
  void datasetCheckNamesTheCorruptFile() throws IOException {
    Outcome sound = Outcome.of("dataset", "check", "folder", data);
    assertEquals(0, sound.code(), sound.out());
    Files.writeString(data.resolve("hum/bad.wav"), "RIFFno");
    Outcome outcome = Outcome.of("dataset", "check", "folder", data);
    assertEquals(1, outcome.code());
    assertTrue(outcome.out().matches("(?s).*corrupt +1\\R.*"), outcome.out());
    assertTrue(outcome.out().contains("hum/bad.wav: "), outcome.out());
    Outcome none = Outcome.of("dataset", "check", "gtzan", folder.resolve("none"));
    assertEquals(1, none.code());
    assertEquals(1, none.errLines().size(), none.err());
  }

  @Test
  void datasetsAreListedAndExplained() {
    Outcome list = Outcome.of("dataset", "list");
    assertEquals(0, list.code());
    for (String line : list.outLines()) {
      String name = line.split(" ", 2)[0];
      Outcome info = Outcome.of("dataset", "info", name);
      assertEquals(0, info.code(), info.err());
      assertTrue(info.out().startsWith(name + ": "), info.out());
      assertTrue(info.out().contains("Citation") && info.out().contains("Licence"), info.out());
    }
  }

  @Test
  void modelsAreExplainedAndExported() throws IOException {
    assertEquals(0, Outcome.of("models", "list").code());
    Outcome info = Outcome.of("models", "info", model);
    assertEquals(0, info.code(), info.err());
    for (String part : List.of("noises: Noises", "hiss, hum", "seed 5", "CC0-1.0", "accuracy")) {
      assertTrue(info.out().contains(part), info.out());
    }
    Path copy = folder.resolve("copy");
    assertEquals(0, Outcome.of("models", "export", model, "-o", copy).code());
    for (String file : List.of("card.json", "model.onnx")) {
      assertArrayEquals(
          Files.readAllBytes(model.resolve(file)), Files.readAllBytes(copy.resolve(file)), file);
    }
    Outcome answer = Outcome.of("classify", "--model", copy, "--top", "1", data.resolve("hum"));
    assertEquals(0, answer.code(), answer.err());
  }

  @Test
  void incompleteModelIsSaid() throws IOException {
    Path copy = folder.resolve("copy");
    assertEquals(0, Outcome.of("models", "export", model, "-o", copy).code());
    Files.delete(copy.resolve("model.onnx"));
    Outcome outcome = Outcome.of("classify", "--model", copy, data);
    assertEquals(1, outcome.code());
    assertEquals(1, outcome.errLines().size(), outcome.err());
    assertTrue(outcome.err().contains("model.onnx"), outcome.err());
  }

  @Test
  void sameSeedGivesTheSameModel() throws IOException {
    Outcome second =
        Outcome.of(
            "train",
            trained.resolve("noises.yaml"),
            "--workspace",
            folder,
            "--set",
            "data=" + trained.resolve("noises"));
    assertEquals(0, second.code(), second.err());
    assertArrayEquals(
        Files.readAllBytes(model.resolve("model.onnx")),
        Files.readAllBytes(Path.of(second.out().strip()).resolve("model/model.onnx")));
  }

  private static Object[] with(String[] words, Object... more) {
    return Stream.concat(Stream.of((Object[]) words), Stream.of(more)).toArray();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
