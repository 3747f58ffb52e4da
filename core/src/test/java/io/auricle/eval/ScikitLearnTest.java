package io.auricle.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.label.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures equal those recorded from scikit-learn by {@code tools/golden/eval/make.py}. */
class ScikitLearnTest {
  private static final double TOLERANCE = 1e-9;
  private static final EvaluationOptions OPTIONS = new EvaluationOptions(3, 15, 2, 0.95, 1);

  @ParameterizedTest
  @ValueSource(strings = {"plain", "ties", "absent"})
  void everyFigureIsThatOfScikitLearn(String name) throws IOException {
    Evaluation evaluation = Evaluation.of(estimates(name), OPTIONS);
    int row = 0;
    int metrics = 0;
    for (String[] cells : lines(name + ".expected.csv")) {
      if (cells[0].equals("confusion")) {
        for (int c = 1; c < cells.length; c++) {
          assertEquals(Long.parseLong(cells[c]), evaluation.confusion().count(row, c - 1));
        }
        row++;
      } else {
        Metric metric = Metric.valueOf(cells[0]);
        assertEquals(
            Double.parseDouble(cells[1]),
            evaluation.figure(metric).value(),
            TOLERANCE,
            metric.title());
        metrics++;
      }
    }
    assertEquals(Metric.values().length, metrics);
    assertEquals(evaluation.confusion().classes().size(), row);
  }

  private static Estimates estimates(String name) throws IOException {
    List<String[]> rows = lines(name + ".csv");
    List<Label> classes =
        IntStream.range(1, rows.get(0).length).mapToObj(c -> new Label("class" + (c - 1))).toList();
    Estimates.Builder builder = Estimates.builder(classes);
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i);
      double[] scores =
          Arrays.stream(cells, 1, cells.length).mapToDouble(Double::parseDouble).toArray();
      builder.add("item" + i, "item" + i, classes.get(Integer.parseInt(cells[0])), scores);
    }
    return builder.build();
  }

  private static List<String[]> lines(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ScikitLearnTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }
}
