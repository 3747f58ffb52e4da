package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;
import static io.auricle.report.Html.number;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.eval.Judged;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.ConfusionMatrix;
import io.auricle.plot.Plot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * An evaluation as one HTML file that opens offline: styles and drawings are within it, it asks for
 * nothing from anywhere, and it follows the reader's choice of light or dark.
 */
public final class EvaluationReport {
  private final ReportFacts facts;
  private final TrackEvaluation evaluation;
  private final ReportDetail detail;
  private final StringBuilder html = new StringBuilder();

  private EvaluationReport(ReportFacts facts, TrackEvaluation evaluation, ReportDetail detail) {
    this.facts = facts;
    this.evaluation = evaluation;
    this.detail = detail;
  }

  /** Writes a report; what was there is replaced. */
  public static void write(
      ReportFacts facts, TrackEvaluation evaluation, ReportDetail detail, Path file)
      throws IOException {
    Files.writeString(file, html(facts, evaluation, detail));
  }

  /** The text of a report. */
  static String html(ReportFacts facts, TrackEvaluation evaluation, ReportDetail detail)
      throws IOException {
    return page(facts.title(), body(facts, evaluation, detail));
  }

  /** A page around the bodies of one or more reports. */
  static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + format("<title>%s</title>\n", escape(title))
        + format("<style>\n%s</style></head>\n<body>\n", style())
        + body
        + "</body></html>\n";
  }

  /** A report without the page around it. */
  static String body(ReportFacts facts, TrackEvaluation evaluation, ReportDetail detail)
      throws IOException {
    return new EvaluationReport(facts, evaluation, detail).build();
  }

  private String build() throws IOException {
    html.append(format("<h1>%s</h1>\n", escape(facts.title())));
    if (facts.leaky()) {
      html.append(
          "<p class=\"warning\">This split is leaky: pieces of one recording or artist are on both"
              + " sides. The figures are better than what new music would give.</p>\n");
    }
    addFacts();
    html.append(FigureTable.of(evaluation, facts.items()));
    ConfusionMatrix confusion = evaluation.tracks().confusion();
    if (confusion != null) {
      addConfusion(confusion);
    }
    html.append(ClassTable.of(evaluation.tracks(), evaluation.judged(), facts.items()));
    if (confusion != null) {
      html.append(ClassTable.mistakes(confusion, facts.items()));
    }
    addPlots();
    html.append(HardestTracks.of(evaluation, detail, facts.items()));
    if (detail.learningCurve() != null) {
      html.append("<h2>How it was trained</h2>\n").append(picture(detail.learningCurve()));
    }
    html.append("<h2>The model</h2>\n<table class=\"facts\">\n");
    facts.model().forEach(this::addFact);
    html.append("</table>\n");
    return html.toString();
  }

  private void addFacts() {
    html.append("<h2>What was evaluated</h2>\n<table class=\"facts\">\n");
    addFact("data set", facts.dataset());
    addFact("split", facts.split() + " (" + facts.splitHash() + ")");
    addFact(facts.items().many, String.valueOf(evaluation.tracks().itemCount()));
    if (evaluation.votes() != null) {
      addFact("segments", String.valueOf(evaluation.segments().itemCount()));
    }
    html.append("</table>\n");
  }

  private void addFact(String name, String value) {
    html.append(format("<tr><th>%s</th><td>%s</td></tr>\n", escape(name), escape(value)));
  }

  private void addConfusion(ConfusionMatrix confusion) {
    html.append(format("<h2>Confusion matrix, by %s</h2>\n", facts.items().one));
    html.append("<p>A row a true class, a column an estimate; shaded by the share of the row.</p>");
    html.append("<div class=\"scroll\">").append(ConfusionTable.of(confusion)).append("</div>\n");
  }

  private void addPlots() throws IOException {
    Map<String, Plot> plots = EvaluationPlots.of(evaluation, facts.items());
    String one = facts.items().one;
    String many = facts.items().many;
    html.append(format("<h2>Ranking, by %s</h2>\n", one));
    figure(
        plots,
        "Areas beside the names. A class that no %s has, or every one, has no curve."
            .formatted(one),
        EvaluationPlots.ROC,
        EvaluationPlots.PRECISION_RECALL);
    html.append(format("<h2>Is it right as often as it says? By %s</h2>\n", one));
    figure(
        plots,
        ("Each dot holds the %s of one range of confidence, larger for more. Below the line the"
                + " model promises too much.")
            .formatted(many),
        EvaluationPlots.RELIABILITY);
    html.append("<h2>If it may say \u201cnot sure\u201d</h2>\n");
    figure(
        plots,
        ("The least confident %s are left without an answer, from right to left; how many of the"
                + " %s are then wrong.%s")
            .formatted(many, TaskWords.of(evaluation.judged()).rest, dot(evaluation.judged())),
        EvaluationPlots.RISK_COVERAGE);
  }

  private static String dot(Judged judged) {
    return judged.sureFrom().isEmpty()
        ? ""
        : " The dot is the threshold of the model’s card: from a score of %s on it answers."
            .formatted(number(judged.sureFrom().getAsDouble()));
  }

  private void figure(Map<String, Plot> plots, String caption, String... names) throws IOException {
    html.append("<figure>\n");
    for (String name : names) {
      Plot plot = plots.get(name);
      if (plot != null) {
        html.append(EvaluationPlots.html(plot));
      }
    }
    html.append(format("<figcaption>%s</figcaption>\n</figure>\n", caption));
  }

  /** A PNG within the page. */
  static String picture(Path png) throws IOException {
    return format(
        "<figure><img alt=\"loss and accuracy by epoch\""
            + " src=\"data:image/png;base64,%s\"></figure>\n",
        Base64.getEncoder().encodeToString(Files.readAllBytes(png)));
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(EvaluationReport.class.getResourceAsStream("report.css"))) {
      return new String(css.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("report.css of the program cannot be read", e);
    }
  }
}
