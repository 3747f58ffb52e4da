package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of tags from its training to {@code evaluate} and {@code compare}. */
final class EvaluateTagsTest {
  private static Path data;
  private static Path split;
  private static Path model;

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.trainTags(temporary);
    data = temporary.resolve("noises");
    split = temporary.resolve("noises.split");
    // Two pieces, the second of which is of the other noise: tracks that are hard.
    byte[] hum = Wav.noise("hum", 91, 4);
    byte[] hiss = Wav.noise("hiss", 92, 4);
    System.arraycopy(hiss, hiss.length / 2, hum, hum.length / 2, hiss.length / 2);
    Files.write(data.resolve("both.wav"), hum);
    Files.writeString(
        data.resolve("labels.csv"),
        Files.readString(data.resolve("labels.csv")) + "both.wav,hum|smooth\n");
    Files.writeString(split, Files.readString(split) + "both.wav\n");
  }

  @Test
  void figuresAreOfTagsAndEachHasItsAreas() {
    Outcome outcome = evaluate();
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("by track (9 items, 9 groups"), outcome.out());
    assertTrue(outcome.out().matches("(?s).*exact match +\\d\\.\\d{3} .*"), outcome.out());
    assertTrue(outcome.out().contains("\ntags by track\n"), outcome.out());
    assertTrue(
        outcome.out().matches("(?s).*ROC-AUC +PR-AUC +given from\n +hiss +1\\.000 +1\\.000 .*"),
        outcome.out());
    assertFalse(outcome.out().contains("confusion"), outcome.out());
    assertFalse(outcome.out().contains("accuracy when sure"), outcome.out());
  }

  @Test
  void reportAndPlotsHoldWhatTagsHave() throws IOException {
    Path report = folder.resolve("out.html");
    Path plots = folder.resolve("plots");
    Outcome outcome = evaluate("--report", report, "--plots", plots);
    assertEquals(0, outcome.code(), outcome.err());
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(plots)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        names.add(name.replaceFirst("\\..*", ""));
        if (name.endsWith(".png")) {
          assertTrue(Objects.requireNonNull(ImageIO.read(file.toFile())).getWidth() > 500, name);
        }
      }
    }
    assertEquals(
        Set.of("hardest", "precision-recall", "reliability", "risk-coverage", "roc"), names);
    String hardest = Files.readString(plots.resolve("hardest.svg"));
    assertTrue(hardest.contains("both.wav") && hardest.contains("hum, smooth"), hardest);
    assertTrue(hardest.contains(">0:04<"), hardest);
    String html = Files.readString(report);
    assertTrue(html.contains("<h2>Tags, by track</h2>"), html);
    assertTrue(html.contains("<th>given from</th>"), html);
    assertFalse(html.contains("Confusion matrix"), html);
    assertFalse(html.contains("http"), html);
  }

  @Test
  void tagsThatTheDataSetDoesNotHaveAreNotMeasured() throws IOException {
    Path few = copyWithLabels("[|]smooth", "");
    Path plots = folder.resolve("plots");
    Outcome outcome = evaluate(few, "--plots", plots);
    assertEquals(0, outcome.code(), outcome.err());
    String hardest = Files.readString(plots.resolve("hardest.svg"));
    assertTrue(hardest.contains("hum"), hardest);
    assertFalse(hardest.contains("smooth"), hardest);
    assertTrue(
        outcome.err().contains("left out: tags that the data set does not have: smooth\n"),
        outcome.err());
    assertTrue(outcome.out().contains("hum"), outcome.out());
    assertFalse(outcome.out().contains("smooth"), outcome.out());
  }

  @Test
  void dataSetWithHardlyAnyOfTheTagsIsRefused() throws IOException {
    Outcome outcome = evaluate(copyWithLabels("(hum[|]smooth|hiss[|]rough)", "other|hum"));
    assertEquals(1, outcome.code());
    assertTrue(
        outcome.err().contains("must have two of the data set's labels: it has hiss, hum, "),
        outcome.err());
    assertTrue(outcome.err().contains(", the data set hum, other"), outcome.err());
  }

  /** The same sounds with an end of each list of tags (a regular expression) replaced. */
  private Path copyWithLabels(String tags, String by) throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(data.relativize(file).toString()));
      }
    }
    String labels = Files.readString(data.resolve("labels.csv"));
    Files.writeString(copy.resolve("labels.csv"), labels.replaceAll("(?m)" + tags + "$", by));
    return copy;
  }

  @Test
  void runsOfTagsAreComparedByWholeTracks() throws IOException {
    Path first = Objects.requireNonNull(model.getParent());
    Path second = folder.resolve("second");
    Files.createDirectories(second.resolve("model"));
    for (String file : new String[] {"model/card.json", "model/model.onnx", "run.json"}) {
      Files.copy(first.resolve(file), second.resolve(file));
    }
    String[] rows = Files.readString(first.resolve("scores.csv")).split("\n", -1);
    for (int i = 1; i < rows.length; i++) {
      // Of one test track the second run says the contrary.
      if (rows[i].contains("test,\"hum; smooth\"")) {
        rows[i] = rows[i].replaceFirst("smooth\",.*", "smooth\",0.9,0.1,0.9,0.1");
        break;
      }
    }
    Files.writeString(second.resolve("scores.csv"), String.join("\n", rows));
    Outcome outcome = Outcome.of("compare", first, second);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome.out().contains("tracks with all tags right: right alone 0 and 1;"), outcome.out());
    assertTrue(
        outcome.out().matches("(?s).*exact match +1\\.000 .* 0\\.875 .* -0\\.125 .*"),
        outcome.out());
    assertFalse(outcome.out().contains("coverage  "), outcome.out());
  }

  private static Outcome evaluate(Object... more) {
    return evaluate(data, more);
  }

  private static Outcome evaluate(Path data, Object... more) {
    Object[] words = {
      "evaluate",
      "--model",
      model,
      "--dataset",
      "csv",
      "--target",
      "tags",
      "--data",
      data,
      "--split",
      split
    };
    return Outcome.of(Stream.concat(Stream.of(words), Stream.of(more)).toArray());
  }
}
