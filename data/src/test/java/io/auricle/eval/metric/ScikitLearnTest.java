package io.auricle.eval.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.eval.ClassificationReport;
import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures equal those recorded from scikit-learn by {@code tools/golden/eval/make.py}. */
class ScikitLearnTest {
  private static final double TOLERANCE = 1e-9;
  private static final EvaluationOptions OPTIONS = new EvaluationOptions(3, 15, 2, 0.95, 1);

  @ParameterizedTest
  @ValueSource(strings = {"plain", "ties", "absent"})
  void everyFigureIsThatOfScikitLearn(String name) throws IOException {
    Estimates estimates = estimates(name);
    Evaluation evaluation = Evaluation.of(estimates, OPTIONS);
    ConfusionMatrix confusion = ConfusionMatrix.of(estimates);
    int row = 0;
    int metrics = 0;
    for (String[] cells : lines(name + ".expected.csv")) {
      if (cells[0].equals("confusion")) {
        for (int c = 1; c < cells.length; c++) {
          assertEquals(Long.parseLong(cells[c]), confusion.count(row, c - 1));
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
    assertEquals(evaluation.figures().size(), metrics);
    assertEquals(evaluation.perClass().size(), row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags", "single-class-tags"})
  void everyFigureOfTagsIsThatOfScikitLearn(String name) throws IOException {
    TagEstimates estimates = tagEstimates(name);
    Evaluation evaluation = Evaluation.of(estimates, numbers(name, "thresholds"), OPTIONS);
    int metrics = 0;
    for (String[] cells : lines(name + ".expected.csv")) {
      if (!cells[0].equals("thresholds") && !cells[0].equals("best")) {
        Metric metric = Metric.valueOf(cells[0]);
        double expected = Double.parseDouble(cells[1]);
        assertEquals(expected, evaluation.figure(metric).value(), TOLERANCE, metric.title());
        metrics++;
      }
    }
    assertEquals(evaluation.figures().size(), metrics);
    List<Double> best = numbers(name, "best").values();
    List<Double> chosen = Thresholds.bestF1(estimates).values();
    for (int t = 0; t < best.size(); t++) {
      assertEquals(best.get(t), chosen.get(t), TOLERANCE, "threshold of tag " + t);
    }
  }

  @Test
  void tagsOnNoOrEveryItemHaveNoAreaAndAreNamed() throws IOException {
    Evaluation evaluation =
        Evaluation.of(
            tagEstimates("single-class-tags"), numbers("single-class-tags", "thresholds"), OPTIONS);
    List<Label> classes = RandomEstimates.classes(5);
    assertEquals(
        List.of(classes.get(1), classes.get(3), classes.get(4)), evaluation.classesWithoutRoc());
    assertEquals(
        List.of(classes.get(1), classes.get(3), classes.get(4)),
        Thresholds.bestF1(tagEstimates("single-class-tags")).unchosen());
  }

  @Test
  void reportsArePrintedAsScikitLearnPrintsThem() throws IOException {
    assertEquals(
        text("plain.report.txt"),
        ClassificationReport.of(Evaluation.of(estimates("plain"), OPTIONS)).text());
    assertEquals(
        text("tags.report.txt"),
        ClassificationReport.of(
                Evaluation.of(tagEstimates("tags"), numbers("tags", "thresholds"), OPTIONS))
            .text());
  }

  @Test
  void testsOfTwoModelsAreThoseOfScipy() throws IOException {
    for (String[] cells : lines("mcnemar.csv")) {
      McNemar test = new McNemar(Long.parseLong(cells[0]), Long.parseLong(cells[1]));
      String name = cells[0] + " against " + cells[1];
      double exact = Double.parseDouble(cells[2]);
      double chiSquared = Double.parseDouble(cells[4]);
      assertEquals(exact, test.exact(), TOLERANCE * exact, name);
      assertEquals(Double.parseDouble(cells[3]), test.statistic(), TOLERANCE, name);
      assertEquals(chiSquared, test.chiSquared(), TOLERANCE * chiSquared, name);
    }
  }

  private static TagEstimates tagEstimates(String name) throws IOException {
    List<String[]> rows = lines(name + ".csv");
    List<Label> tags = RandomEstimates.classes(rows.get(0).length - 1);
    TagEstimates.Builder builder = TagEstimates.builder(tags);
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i);
      List<Label> given =
          IntStream.range(0, tags.size())
              .filter(t -> cells[0].charAt(t) == '1')
              .mapToObj(tags::get)
              .toList();
      double[] scores =
          Arrays.stream(cells, 1, cells.length).mapToDouble(Double::parseDouble).toArray();
      builder.add("item" + i, "item" + i, given, scores);
    }
    return builder.build();
  }

  private static Thresholds numbers(String name, String row) throws IOException {
    String[] cells =
        lines(name + ".expected.csv").stream()
            .filter(line -> line[0].equals(row))
            .findFirst()
            .orElseThrow();
    return Thresholds.of(
        RandomEstimates.classes(cells.length - 1),
        Arrays.stream(cells, 1, cells.length).map(Double::valueOf).toList());
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ScikitLearnTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
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
