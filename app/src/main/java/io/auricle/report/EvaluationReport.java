package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;
import static io.auricle.report.Html.number;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.eval.ConfusionMatrix.ClassFigures;
import io.auricle.eval.Evaluation;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.Figure;
import io.auricle.eval.Metric;
import io.auricle.eval.TrackEvaluation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An evaluation as one HTML file that opens offline: styles and drawings are within it, it asks for
 * nothing from anywhere, and it follows the reader's choice of light or dark.
 */
public final class EvaluationReport {
  private static final int HARDEST = 20;

  private final ReportFacts facts;
  private final TrackEvaluation evaluation;
  private final StringBuilder html = new StringBuilder();

  private EvaluationReport(ReportFacts facts, TrackEvaluation evaluation) {
    this.facts = facts;
    this.evaluation = evaluation;
  }

  /** Writes a report; what was there is replaced. */
  public static void write(ReportFacts facts, TrackEvaluation evaluation, Path file)
      throws IOException {
    Files.writeString(file, html(facts, evaluation));
  }

  /** The text of a report. */
  public static String html(ReportFacts facts, TrackEvaluation evaluation) {
    return page(facts.title(), body(facts, evaluation));
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
  static String body(ReportFacts facts, TrackEvaluation evaluation) {
    return new EvaluationReport(facts, evaluation).build();
  }

  private String build() {
    html.append(format("<h1>%s</h1>\n", escape(facts.title())));
    if (facts.leaky()) {
      html.append(
          "<p class=\"warning\">This split is leaky: pieces of one recording or artist are on both"
              + " sides. The figures are better than what new music would give.</p>\n");
    }
    addFacts();
    addFigures();
    addConfusion();
    addClasses();
    addReliability();
    addHardest();
    return html.toString();
  }

  private void addFacts() {
    html.append("<h2>What was evaluated</h2>\n<table class=\"facts\">\n");
    addFact("data set", facts.dataset());
    addFact("split", facts.split() + " (" + facts.splitHash() + ")");
    addFact("tracks", String.valueOf(evaluation.tracks().itemCount()));
    if (hasSegments()) {
      addFact("segments", String.valueOf(evaluation.segments().itemCount()));
    }
    facts.model().forEach(this::addFact);
    html.append("</table>\n");
  }

  /** Whether there is more than a score a track, so that segments have figures of their own. */
  private boolean hasSegments() {
    return evaluation.segments().itemCount() > evaluation.tracks().itemCount();
  }

  private void addFact(String name, String value) {
    html.append(format("<tr><th>%s</th><td>%s</td></tr>\n", escape(name), escape(value)));
  }

  private void addFigures() {
    EvaluationOptions options = evaluation.tracks().options();
    Evaluation restricted = evaluation.restricted();
    int classes = evaluation.tracks().confusion().classes().size();
    html.append("<h2>Figures</h2>\n<div class=\"scroll\"><table>\n<tr><th></th>");
    html.append(format("<th>by track, all %d model classes</th>", classes));
    if (hasSegments()) {
      html.append(format("<th>by segment, all %d model classes</th>", classes));
    }
    if (restricted != null) {
      html.append(
          format(
              "<th>by track, restricted to the data set's %d classes</th>",
              restricted.confusion().classes().size()));
    }
    html.append("</tr>\n");
    for (Metric metric : Metric.values()) {
      html.append(format("<tr><td class=\"word\">%s</td>", title(metric, options)));
      addFigure(evaluation.tracks().figure(metric));
      if (hasSegments()) {
        addFigure(evaluation.segments().figure(metric));
      }
      if (restricted != null) {
        addFigure(restricted.figure(metric));
      }
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
    html.append(
        format(
            "<p>In brackets: %.0f %% bootstrap intervals of %d rounds, seed %d, drawn from %d groups"
                + " of tracks (artists where they are known). A track's scores are the means of its"
                + " segments'. Macro precision, recall and F1 go over all classes that occur in the truth"
                + " or among the estimates.</p>\n",
            100 * options.confidence(),
            options.rounds(),
            options.seed(),
            evaluation.tracks().groupCount()));
    if (restricted != null) {
      html.append(
          "<p>The data set does not have all of the model's classes. Plain figures count a track as"
              + " wrong when the model prefers a class that is not there. Restricted figures drop"
              + " the scores of those classes first; the two must not be compared.</p>\n");
    }
    if (!evaluation.tracks().classesWithoutRoc().isEmpty()) {
      html.append(
          format(
              "<p>Not in the macro ROC-AUC, having no track: %s.</p>\n",
              escape(evaluation.tracks().classesWithoutRoc())));
    }
  }

  private static String title(Metric metric, EvaluationOptions options) {
    return metric == Metric.TOP_K ? "top-" + options.topK() + " accuracy" : metric.title();
  }

  private void addFigure(Figure figure) {
    html.append(
        format(
            "<td>%s<small>[%s, %s]</small></td>",
            number(figure.value()), number(figure.low()), number(figure.high())));
  }

  private void addConfusion() {
    html.append("<h2>Confusion matrix, by track</h2>\n");
    html.append("<p>A row a true class, a column an estimate; shaded by the share of the row.</p>");
    html.append("<div class=\"scroll\">");
    html.append(ConfusionTable.of(evaluation.tracks().confusion()));
    html.append("</div>\n");
  }

  private void addClasses() {
    html.append("<h2>Classes, by track</h2>\n<div class=\"scroll\"><table>\n");
    html.append("<tr><th></th><th>precision</th><th>recall</th><th>F1</th><th>tracks</th></tr>\n");
    for (ClassFigures figures : evaluation.tracks().confusion().perClass()) {
      html.append(
          format(
              "<tr><td class=\"word\">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td></tr>\n",
              escape(figures.label()),
              ofClass(figures, figures.precision()),
              ofClass(figures, figures.recall()),
              ofClass(figures, figures.f1()),
              figures.support()));
    }
    html.append("</table></div>\n");
  }

  /** A class without tracks has no figures; zeros would look like failure. */
  private static String ofClass(ClassFigures figures, double value) {
    return figures.support() == 0 ? "–" : number(value);
  }

  private void addReliability() {
    html.append("<h2>Is it right as often as it says? By track</h2>\n<figure>\n");
    html.append(ReliabilityDiagram.of(evaluation.tracks().reliability()));
    html.append(
        "<figcaption>Each bar holds the tracks of one range of confidence; its point stands at their"
            + " mean confidence, larger for more tracks. Below the dashed line the model promises"
            + " too much.</figcaption>\n</figure>\n");
  }

  private void addHardest() {
    html.append("<h2>The hardest tracks</h2>\n<div class=\"scroll\"><table>\n");
    html.append(
        "<tr><th>track</th><th>true class</th><th>its score</th><th>taken for</th>"
            + "<th>its score</th></tr>\n");
    for (TrackEvaluation.Outcome outcome : evaluation.hardest(HARDEST)) {
      html.append(
          format(
              "<tr><td class=\"word\">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
              escape(outcome.id()),
              escape(outcome.reference()),
              number(outcome.referenceScore()),
              escape(outcome.estimate()),
              number(outcome.estimateScore())));
    }
    html.append("</table></div>\n");
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
