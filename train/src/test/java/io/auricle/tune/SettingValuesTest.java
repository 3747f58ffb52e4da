package io.auricle.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingValuesTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  @Test
  void logarithmicGridHasEqualFactors() {
    assertEquals(List.of(0.01, 0.1, 1.0, 10.0), new Range(0.01, 10, true, false, 4).grid());
  }

  @Test
  void linearGridHasEqualSteps() {
    assertEquals(List.of(0.2, 0.3, 0.4), new Range(0.2, 0.4, false, false, 3).grid());
  }

  @Test
  void wholeNumbersAreAllDrawnAndNoOthers() {
    Range range = new Range(2, 5, false, true, 0);
    SplittableRandom random = new SplittableRandom(1);
    Set<Object> drawn = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      drawn.add(range.draw(random));
    }
    assertEquals(Set.of(2L, 3L, 4L, 5L), drawn);
  }

  @Test
  void halfOfLogarithmicDrawsIsBelowTheGeometricMean() {
    Range range = new Range(0.01, 100, true, false, 0);
    SplittableRandom random = new SplittableRandom(2);
    int below = 0;
    for (int i = 0; i < 1000; i++) {
      double value = (double) range.draw(random);
      assertTrue(value >= 0.01 && value <= 100, "" + value);
      below += value < 1 ? 1 : 0;
    }
    assertEquals(500, below, 60);
  }

  @Test
  void sameSeedDrawsTheSameTrialsAndAnotherSeedOthers() throws Exception {
    List<Map<String, Object>> first = Candidates.of(search(TunedTable.SEARCH));
    assertEquals(6, first.size());
    assertEquals(6, new HashSet<>(first).size());
    assertEquals(first, Candidates.of(search(TunedTable.SEARCH)));
    String other = TunedTable.SEARCH.replace("seed: 3", "seed: 4");
    assertTrue(!first.equals(Candidates.of(search(other))));
  }

  @Test
  void gridHasAllCombinationsInOrder() throws Exception {
    String grid = "{experiment: e.yaml, method: grid, space: {a: [1, 2], b: [x, {k: 1}]}}";
    assertEquals(
        List.of(
            Map.of("a", 1, "b", "x"),
            Map.of("a", 1, "b", Map.of("k", 1)),
            Map.of("a", 2, "b", "x"),
            Map.of("a", 2, "b", Map.of("k", 1))),
        Candidates.of(search(grid)));
  }

  @Test
  void fewerCombinationsThanDrawsGiveEachOnce() throws Exception {
    assertEquals(
        4, Candidates.of(search("{experiment: e.yaml, space: {a: [1, 2], b: [1, 2]}}")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{from: 3, to: 1}|.from=3.0 must be below to=1.0",
        "{from: 0, to: 1, scale: log}|.from=0.0 must be above 0 on a log scale",
        "{from: 0.5, to: 1, scale: integer}|.from=0.5 and to=1.0 must be whole",
        "{from: 0, too: 1}|.too; did you mean to?",
        "{from: 0, to: 1, scale: lgo}|.scale=lgo must be one of [linear, log, integer, log_integer];"
            + " did you mean log?",
        "[]|: values=[] must be one at least",
        "[1, 1]|: values=[1, 1] must be different",
        "5|=5 must be a list of values, or a range",
      })
  void badValuesAreRefusedWithTheirKey(String values, String message) {
    Exception e =
        assertThrows(
            Exception.class, () -> search("{experiment: e.yaml, space: {a.b: " + values + "}}"));
    assertTrue(String.valueOf(e.getMessage()).contains("space.a.b" + message), e.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{experiment: e.yaml, space: {}}|space must name one setting at least",
        "{experiment: e.yaml, drawz: 3, space: {a: [1]}}|there is no key drawz; did you mean"
            + " draws?",
        "{experiment: e.yaml, folds: {count: 1}, space: {a: [1]}}|count=1 must be at least 2",
        "{experiment: e.yaml, draws: 0, space: {a: [1]}}|draws=0 must be in [1, 10000]",
        "{experiment: e.yaml, spcae: {a: [1]}}|there is no key spcae; did you mean space?",
        "{experiment: e.yaml, folds: {cuont: 3}, space: {a: [1]}}|no key folds.cuont; did you mean"
            + " count?",
        "{experiment: e.yaml, method: gird, space: {a: [1]}}|method=gird must be one of [random,"
            + " grid]; did you mean grid?",
        "{space: {a: [1]}}|experiment is missing",
        "{experiment: e.yaml, set: {a: 1}, space: {a: [1]}}|a must be in set or in space",
      })
  void badSearchesAreRefused(String text, String message) {
    Exception e = assertThrows(Exception.class, () -> search(text));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.toString());
  }

  private Search search(String text) throws Exception {
    return Search.read(Files.writeString(folder.resolve("s.yaml"), text));
  }
}
