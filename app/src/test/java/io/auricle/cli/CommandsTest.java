package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.RunFolder;
import io.auricle.report.RunReport;
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
    Outcome screen = Outcome.of("models", "info", model);
    for (String part : List.of("noises: Noises", "hiss, hum", "CC0-1.0", "accuracy", " --all")) {
      assertTrue(screen.out().contains(part), screen.out());
    }
    Outcome info = Outcome.of("models", "info", model, "--all");
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
  void runHasAReportWithItsLearningCurveThatAsksForNothing() throws Exception {
    RunFolder run = new RunFolder(model.resolveSibling(""));
    String report = Files.readString(run.path().resolve("report.html"));
    assertTrue(report.contains("<h1>noises on folder, part test</h1>"), report);
    assertTrue(report.contains("<h1>noises on folder, part validation</h1>"), report);
    assertTrue(report.contains("by track, all 2 model classes"), report);
    assertFalse(report.contains("by segment"), report);
    assertFalse(report.contains("<img"), report);
    Path copy = folder.resolve("run");
    Files.createDirectories(copy.resolve("model"));
    for (String file :
        List.of("experiment.yaml", "scores.csv", "model/card.json", "model/model.onnx")) {
      Files.copy(run.path().resolve(file), copy.resolve(file));
    }
    Files.write(copy.resolve("learning.png"), new byte[] {1, 2, 3});
    String drawn = Files.readString(RunReport.write(new RunFolder(copy)));
    assertTrue(drawn.contains("src=\"data:image/png;base64,AQID\""), drawn);
    for (String outside : List.of("http:", "https:", "@import", "url(", "<script")) {
      assertFalse(drawn.contains(outside), outside);
    }
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

  @Test
  void planCountsTheTracksOfEachPartAndTrainsNothing() {
    Path workspace = folder.resolve("planned");
    Object[] words = {"train", trained.resolve("noises.yaml"), "--workspace", workspace, "--plan"};
    Outcome plan = Outcome.of(with(words, "--set", "data=" + trained.resolve("noises")));
    assertEquals(0, plan.code(), plan.err());
    assertTrue(plan.out().contains("split: stratified by label"), plan.out());
    assertTrue(
        plan.out().lines().map(line -> line.replaceAll(" +", " ")).toList().contains("hiss 4 2 2"),
        plan.out());
    assertFalse(Files.exists(workspace.resolve("runs")));
    Outcome absent = Outcome.of(with(words, "--set", "data=" + folder.resolve("absent")));
    assertEquals(1, absent.code());
    assertTrue(absent.err().contains("absent"), absent.err());
    assertEquals(2, Outcome.of("train", "--plan").code());
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }
}
