package io.auricle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.eval.Estimates;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.TrackEvaluation;
import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {
  private static final ReportFacts FACTS =
      new ReportFacts(
          "Genre <on> test",
          "Emotify",
          "by-track",
          "0123456789abcdef",
          false,
          Map.of("model", "x"));

  @Test
  void fileAsksForNothingFromElsewhere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("report.html");
    EvaluationReport.write(FACTS, evaluation(), file);
    String html = Files.readString(file);
    for (String outside : List.of("http:", "https:", "src=", "@import", "url(", "<script")) {
      assertFalse(html.contains(outside), outside);
    }
    assertTrue(html.contains("prefers-color-scheme: dark"));
  }

  @Test
  void splitIsNamedWithItsHashAndTextIsEscaped() {
    String html = EvaluationReport.html(FACTS, evaluation());
    assertTrue(html.contains("by-track (0123456789abcdef)"));
    assertTrue(html.contains("<h1>Genre &lt;on&gt; test</h1>"));
    assertTrue(html.contains("evil&lt;script&gt;"));
  }

  @Test
  void bothAccuraciesAreLabelled() {
    String html = EvaluationReport.html(FACTS, evaluation());
    assertTrue(html.contains("by track, all 11 model classes"));
    assertTrue(html.contains("by track, restricted to the data set's 4 classes"));
    assertFalse(html.contains("This split is leaky"));
  }

  @Test
  void leakySplitIsSaidToBeLeaky() {
    ReportFacts leaky = new ReportFacts("t", "d", "leaky-random", "0", true, Map.of());
    assertTrue(EvaluationReport.html(leaky, evaluation()).contains("This split is leaky"));
  }

  @Test
  void numbersHaveADecimalPointInEveryCountry() {
    Locale before = Locale.getDefault();
    String here = EvaluationReport.html(FACTS, evaluation());
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(here, EvaluationReport.html(FACTS, evaluation()));
    } finally {
      Locale.setDefault(before);
    }
  }

  /** A model of eleven genres on tracks of four, three segments a track. */
  private static TrackEvaluation evaluation() {
    SplittableRandom random = new SplittableRandom(4);
    List<Label> classes = Taxonomy.GENRE.labels();
    int[] present = {1, 7, 9, 10};
    Estimates.Builder builder = Estimates.builder(classes);
    for (int track = 0; track < 120; track++) {
      int reference = present[track % 4];
      for (int segment = 0; segment < 3; segment++) {
        double[] scores = random.doubles(classes.size(), 0, 0.4).toArray();
        scores[reference] += random.nextDouble();
        double sum = Arrays.stream(scores).sum();
        builder.add(
            "evil<script>" + track,
            "artist" + track / 3,
            classes.get(reference),
            Arrays.stream(scores).map(score -> score / sum).toArray());
      }
    }
    return TrackEvaluation.of(builder.build(), new EvaluationOptions(3, 15, 100, 0.95, 1));
  }
}
