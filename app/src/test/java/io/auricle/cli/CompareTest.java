package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs side by side: the same model with scores written by hand. */
final class CompareTest {
  private static final String HEAD = "dataset,track,group,part,label,hiss,hum\n";
  private static final String ROWS =
      """
      noises,a,ga,test,hiss,0.9,0.1
      noises,b,gb,test,hum,0.2,0.8
      noises,c,gc,test,hum,0.7,0.3
      noises,d,gd,validation,hum,0.1,0.9
      """;

  private static Path first;
  private static Path model;

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
    first = run(temporary.resolve("first"), HEAD + ROWS);
  }

  @Test
  void tableHoldsBothRunsAndTheDifference() throws IOException {
    Path second = run(folder.resolve("second"), HEAD + ROWS.replace("0.7,0.3", "0.4,0.6"));
    Path report = folder.resolve("compare.html");
    Outcome outcome = Outcome.of("compare", first, second.resolve("run.json"), "--report", report);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().startsWith("noises, part test: 3 tracks in common"), outcome.out());
    assertTrue(
        outcome.out().matches("(?s).*accuracy +0\\.667 \\[.*\\] +1\\.000 \\[.*\\] +\\+0\\.333 .*"),
        outcome.out());
    assertTrue(outcome.out().contains("right alone 1 and 0; p = 1.00 exact"), outcome.out());
    String html = Files.readString(report);
    assertTrue(html.contains("<td>second</td>"), html);
    assertFalse(html.contains("http"), html);
  }

  @Test
  void tracksOfOneRunAloneAreLeftOutAndThatIsSaid() throws IOException {
    Path second = run(folder.resolve("second"), HEAD + ROWS.substring(0, ROWS.indexOf("noises,c")));
    Outcome outcome = Outcome.of("compare", first, second, "--format", "json");
    assertEquals(0, outcome.code(), outcome.err());
    JsonNode comparison = JsonMapper.builder().build().readTree(outcome.out()).get(0);
    assertEquals(2, comparison.get("tracks").asInt());
    assertEquals(
        "auricle: warning: only the 2 tracks that all runs have scored count, of 3 of first",
        outcome.err().strip());
    JsonNode difference = comparison.at("/runs/1/differences/accuracy/value");
    assertEquals(0, difference.asDouble());
  }

  @Test
  void csvHasARowARunAndMetric() throws IOException {
    Outcome outcome =
        Outcome.of("compare", first, first, "--format", "csv", "--part", "validation");
    assertEquals(0, outcome.code(), outcome.err());
    List<String> lines = outcome.out().lines().toList();
    assertTrue(lines.get(0).startsWith("dataset,part,tracks,run,split_hash,metric,value"));
    assertTrue(lines.get(1).startsWith("noises,validation,1,first,"), lines.get(1));
    assertTrue(lines.get(1).endsWith(",accuracy,1.0,1.0,1.0,,,,,"), lines.get(1));
    int columns = lines.get(0).split(",", -1).length;
    lines.forEach(line -> assertEquals(columns, line.split(",", -1).length, line));
  }

  @Test
  void otherTruthEndsItWithTheTrack() throws IOException {
    Path second = run(folder.resolve("second"), HEAD + ROWS.replace("test,hiss", "test,hum"));
    Outcome outcome = Outcome.of("compare", first, second);
    assertEquals(1, outcome.code());
    assertTrue(
        outcome.err().contains("truth of a=[hiss] and [hum] must be the same"), outcome.err());
  }

  @Test
  void runsWithoutAModelAreLeftOutAndSettingsThatDifferAreShown() throws IOException {
    Path second = run(folder.resolve("second"), HEAD + ROWS);
    Path third = run(folder.resolve("third"), HEAD + ROWS);
    Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
    String experiment =
        "about: {name: x%1$d}\nseed: %1$d\nlabels: [hiss, hum]\ndata:\n  - path: %2$s\n";
    Files.writeString(second.resolve("experiment.yaml"), experiment.formatted(1, "a"));
    Files.writeString(third.resolve("experiment.yaml"), experiment.formatted(2, "a"));
    Path unscored = run(folder.resolve("unscored"), HEAD + ROWS);
    Files.delete(unscored.resolve("scores.csv"));
    Outcome outcome = Outcome.of("compare", second, third, unfinished, unscored);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().contains(unfinished + " has no model yet, so it is left out"), outcome.err());
    assertTrue(
        outcome.err().contains(unscored + " has no scores yet, so it is left out"), outcome.err());
    assertTrue(outcome.out().matches("(?s)settings that differ +\\[1] +\\[2]\\R.*"), outcome.out());
    assertTrue(outcome.out().matches("(?s).*\\Rseed +1 +2\\R.*"), outcome.out());
    assertFalse(outcome.out().contains("about"), outcome.out());
    assertFalse(outcome.out().contains("data.0.path"), outcome.out());
  }

  @Test
  void oneRunIsWrongUsage() {
    Outcome outcome = Outcome.of("compare", first);
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("RUN must be given twice at least"), outcome.err());
  }

  private static Path run(Path run, String scores) throws IOException {
    Files.createDirectories(run.resolve("model"));
    for (String file : List.of("card.json", "model.onnx")) {
      Files.copy(model.resolve(file), run.resolve("model").resolve(file));
    }
    Files.writeString(run.resolve("scores.csv"), scores);
    return run;
  }
}
