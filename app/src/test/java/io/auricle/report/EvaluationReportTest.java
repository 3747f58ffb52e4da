package io.auricle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.eval.Judged;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import java.nio.charset.StandardCharsets;
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

  private static final EvaluationOptions QUICK = new EvaluationOptions(3, 15, 100, 0.95, 1);
  private static final ReportDetail DETAIL =
      new ReportDetail(
          Map.of(
              "evil<script>0",
              List.of(
                  new ReportDetail.Piece(0, 3, "rock", 0.6, 0.1),
                  new ReportDetail.Piece(3, 6, "blues", 0.7, 0.7))),
          null);

  @Test
  void everyPlotIsWrittenAsPngAndSvg(@TempDir Path folder) throws Exception {
    List<Path> files =
        EvaluationPlots.write(evaluation(), ReportDetail.NONE, folder.resolve("plots"));
    assertEquals(12, files.size());
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      String head = new String(bytes, 0, 4, StandardCharsets.ISO_8859_1);
      assertTrue(file.toString().endsWith(".png") ? head.endsWith("PNG") : head.equals("<svg"));
    }
  }

  @Test
  void tagsHaveThresholdsAndNoConfusionMatrix() throws Exception {
    List<Label> tags = List.of(new Label("calm"), new Label("tense"), new Label("never"));
    SplittableRandom random = new SplittableRandom(2);
    TagEstimates.Builder builder = TagEstimates.builder(tags);
    for (int track = 0; track < 40; track++) {
      List<Label> given = tags.subList(0, track % 3);
      double[] scores = random.doubles(3, 0, 0.6).toArray();
      scores[0] += given.isEmpty() ? 0 : 0.4;
      builder.add("t" + track, "a" + track, given, scores);
    }
    TrackEvaluation evaluation =
        TrackEvaluation.of(
            Judged.of(builder.build(), Thresholds.of(tags, List.of(0.25, 0.5, 0.5))), QUICK);
    String html = EvaluationReport.html(FACTS, evaluation, ReportDetail.NONE);
    assertTrue(html.contains("<th>given from</th>"));
    assertTrue(html.contains("<td>0.250</td>"));
    assertTrue(html.contains("samples avg"));
    assertTrue(html.contains("having no track or every one: never"));
    assertFalse(html.contains("Confusion matrix"));
  }

  @Test
  void fileAsksForNothingFromElsewhere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("report.html");
    EvaluationReport.write(FACTS, evaluation(), DETAIL, file);
    String html = Files.readString(file);
    for (String outside : List.of("http:", "https:", "src=", "@import", "url(", "<script")) {
      assertFalse(html.contains(outside), outside);
    }
    assertTrue(html.contains("prefers-color-scheme: dark"));
  }

  @Test
  void splitIsNamedWithItsHashAndTextIsEscaped() throws Exception {
    String html = EvaluationReport.html(FACTS, evaluation(), DETAIL);
    assertTrue(html.contains("by-track (0123456789abcdef)"));
    assertTrue(html.contains("<h1>Genre &lt;on&gt; test</h1>"));
    assertTrue(html.contains("evil&lt;script&gt;"));
  }

  @Test
  void bothAccuraciesAreLabelled() throws Exception {
    String html = EvaluationReport.html(FACTS, evaluation(), DETAIL);
    assertTrue(html.contains("by track, all 11 model classes"));
    assertTrue(html.contains("by track, restricted to the data set's 4 classes"));
    assertFalse(html.contains("This split is leaky"));
  }

  @Test
  void leakySplitIsSaidToBeLeaky() throws Exception {
    ReportFacts leaky = new ReportFacts("t", "d", "leaky-random", "0", true, Map.of());
    assertTrue(EvaluationReport.html(leaky, evaluation(), DETAIL).contains("This split is leaky"));
  }

  @Test
  void numbersHaveADecimalPointInEveryCountry() throws Exception {
    Locale before = Locale.getDefault();
    String here = EvaluationReport.html(FACTS, evaluation(), DETAIL);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(here, EvaluationReport.html(FACTS, evaluation(), DETAIL));
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
    return TrackEvaluation.of(Judged.of(builder.build()), QUICK);
  }
}
