package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.bundle.Bundles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that comes with the program, on the clips that come with it and on real ones. */
final class BundledModelTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @Test
  void theSamplesAreNamedByDefault() {
    Outcome outcome = Outcome.of("classify", "--top", "1", SAMPLES.toString());
    assertEquals(0, outcome.code(), outcome.err());
    List<String> rows = outcome.out().lines().toList();
    assertEquals(11, rows.size(), outcome.out());
    List<String> right =
        rows.stream()
            .filter(
                row -> {
                  String genre = row.replaceFirst(".*?([a-z]+)\\.[a-z0-9]+ .*", "$1");
                  return row.matches(".*\\.[a-z0-9]+ +(not sure \\()?" + genre + " .*");
                })
            .toList();
    assertTrue(right.size() >= 10, right + " of\n" + outcome.out());
    List<String> surelyWrong =
        rows.stream().filter(row -> !row.contains("not sure") && !right.contains(row)).toList();
    assertEquals(List.of(), surelyWrong, outcome.out());
    for (String surely : List.of("classical", "country", "electronic", "hiphop", "metal")) {
      assertTrue(
          right.stream().anyMatch(row -> row.contains(surely) && !row.contains("not sure")),
          outcome.out());
    }
  }

  @Test
  void theCardStatesDataFiguresAndLimits() {
    Outcome outcome = Outcome.of("models", "info", "genre");
    assertEquals(0, outcome.code(), outcome.err());
    for (String part : List.of("electronic", "emotify", "mood4q", "accuracy", "Limits", "[0.")) {
      assertTrue(outcome.out().contains(part), part + " is missing in " + outcome.out());
    }
  }

  @Test
  void cardsFitOneScreen() throws IOException {
    for (String name : Bundles.bundled()) {
      List<String> screen = Outcome.of("models", "info", name).outLines();
      assertTrue(screen.size() <= 36, name + " has " + screen.size() + " lines");
      List<String> whole = Outcome.of("models", "info", name, "--all").outLines();
      assertTrue(whole.size() > screen.size(), name);
      for (String line : screen) {
        assertTrue(line.length() <= 80, line);
      }
      whole.stream()
          .filter(line -> line.contains(" "))
          .forEach(line -> assertTrue(line.length() <= 100, line));
    }
  }

  @Test
  void atLeastEightOfTheTenWholeClipsAreNamedRight() {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "-Dauricle.data=FOLDER is not given");
    Path clips = Path.of(String.valueOf(data), "gtzan-audio", "genres_original");
    Outcome outcome = Outcome.of("classify", "--top", "1", clips.toString());
    assertEquals(0, outcome.code(), outcome.err());
    long right =
        outcome
            .out()
            .lines()
            .filter(
                row -> {
                  String genre = row.replaceFirst(".*/([a-z]+)\\.00000\\.wav.*", "$1");
                  return row.matches(".*\\.wav +(not sure \\()?" + genre + " .*");
                })
            .count();
    assertTrue(right >= 8, right + " right of\n" + outcome.out());
  }
}
