package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;

import io.auricle.eval.metric.Comparison;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.metric.Figure;
import io.auricle.eval.metric.McNemar;
import io.auricle.eval.metric.Metric;
import io.auricle.experiment.score.RunComparison;
import io.auricle.experiment.score.RunComparison.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs side by side as one HTML file that opens offline. */
public final class ComparisonReport {
  private ComparisonReport() {}

  /** Writes the report; what was there is replaced. */
  public static void write(List<RunComparison> comparisons, Path file) throws IOException {
    StringBuilder body = new StringBuilder("<h1>Runs side by side</h1>\n");
    for (RunComparison comparison : comparisons) {
      body.append(section(comparison));
    }
    Files.writeString(file, EvaluationReport.page("Runs side by side", body.toString()));
  }

  private static String section(RunComparison comparison) {
    StringBuilder html = new StringBuilder();
    html.append(
        format(
            "<h2>%s, part %s</h2>\n<p>%d tracks that all runs have scored.</p>\n",
            escape(comparison.dataset()), comparison.part().title(), comparison.tracks()));
    for (String warning : comparison.warnings()) {
      html.append(format("<p class=\"warning\">%s</p>\n", escape(warning)));
    }
    List<Run> runs = comparison.runs();
    html.append("<table class=\"facts\">\n");
    for (int r = 0; r < runs.size(); r++) {
      html.append(
          format(
              "<tr><th>[%d]</th><td>%s</td><td>split %s (%s)</td></tr>\n",
              r + 1,
              escape(runs.get(r).name()),
              escape(runs.get(r).split()),
              escape(runs.get(r).splitHash())));
    }
    html.append("</table>\n<div class=\"scroll\"><table>\n<tr><th></th>");
    for (int r = 0; r < runs.size(); r++) {
      html.append(format("<th>[%d]</th>", r + 1));
      html.append(r == 0 ? "" : format("<th>[%d] − [1]</th>", r + 1));
    }
    html.append("</tr>\n");
    EvaluationOptions options = runs.get(0).evaluation().options();
    for (Metric metric : runs.get(0).evaluation().figures().keySet()) {
      html.append(format("<tr><td class=\"word\">%s</td>", FigureTable.title(metric, options)));
      for (Run run : runs) {
        html.append(FigureTable.cell(run.evaluation().figure(metric)));
        Comparison against = run.against();
        html.append(against == null ? "" : difference(against.difference(metric)));
      }
      html.append("</tr>\n");
    }
    html.append("</table></div>\n").append(tests(runs));
    return html.append(notes(options)).toString();
  }

  /** Set off where the interval does not hold 0. */
  private static String difference(Figure figure) {
    boolean clear = figure.low() > 0 || figure.high() < 0;
    return format(
        "<td>%s%+.3f%s<small>[%+.3f, %+.3f]</small></td>",
        clear ? "<b>" : "", figure.value(), clear ? "</b>" : "", figure.low(), figure.high());
  }

  private static String tests(List<Run> runs) {
    StringBuilder html = new StringBuilder("<table>\n<tr><th>McNemar’s test</th>");
    html.append("<th>right alone</th><th>[1] right alone</th><th>p, exact</th>");
    html.append("<th>chi-squared</th><th>p</th></tr>\n");
    for (int r = 1; r < runs.size(); r++) {
      Comparison against = runs.get(r).against();
      if (against != null) {
        McNemar test = against.mcNemar();
        html.append(
            format(
                "<tr><td class=\"word\">[%d] against [1]</td><td>%d</td><td>%d</td><td>%.3g</td>"
                    + "<td>%.3f</td><td>%.3g</td></tr>\n",
                r + 1,
                test.onlySecond(),
                test.onlyFirst(),
                test.exact(),
                test.statistic(),
                test.chiSquared()));
      }
    }
    return html.append("</table>\n").toString();
  }

  private static String notes(EvaluationOptions options) {
    return format(
        "<p>In brackets: %.0f %% bootstrap intervals of %d rounds, seed %d; those of differences are"
            + " paired, both runs on the same draw of tracks (artists where they are known)."
            + " Differences in bold are those whose interval does not hold 0. McNemar’s test counts"
            + " the tracks that one run alone has right (of tags: all tags of a track).</p>\n",
        100 * options.confidence(), options.rounds(), options.seed());
  }
}
