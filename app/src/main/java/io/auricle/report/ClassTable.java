package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;
import static io.auricle.report.Html.number;

import io.auricle.eval.ClassificationReport;
import io.auricle.eval.Judged;
import io.auricle.eval.metric.ClassAreas;
import io.auricle.eval.metric.ClassFigures;
import io.auricle.eval.metric.ConfusionMatrix;
import io.auricle.eval.metric.Evaluation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of each class or tag, the averages as scikit-learn gives them, and the mistakes. */
final class ClassTable {
  private static final String NONE = "<td>–</td>";

  private ClassTable() {}

  static String of(Evaluation evaluation, Judged judged, Items items) {
    StringBuilder html = new StringBuilder();
    html.append(format("<h2>%s, by %s</h2>", TaskWords.of(judged).title, items.one));
    html.append("\n<div class=\"scroll\"><table>\n<tr><th></th><th>precision</th><th>recall</th>");
    html.append(format("<th>F1</th><th>%s</th><th>ROC-AUC</th><th>PR-AUC</th>", items.many));
    html.append(judged.ofTags() ? "<th>given from</th>" : "").append("</tr>\n");
    for (int c = 0; c < evaluation.perClass().size(); c++) {
      ClassFigures figures = evaluation.perClass().get(c);
      ClassAreas areas = evaluation.areas().get(c);
      html.append(format("<tr><td class=\"word\">%s</td>", escape(figures.label())));
      // A class without tracks has no figures; zeros would look like failure.
      boolean known = figures.support() > 0;
      html.append(
          known ? shares(figures.precision(), figures.recall(), figures.f1()) : NONE.repeat(3));
      html.append(
          format(
              "<td>%d</td><td>%s</td><td>%s</td>",
              figures.support(), number(areas.rocAuc()), number(areas.averagePrecision())));
      judged.givenFrom(c).ifPresent(from -> html.append(format("<td>%s</td>", number(from))));
      html.append("</tr>\n");
    }
    for (ClassificationReport.Row row : ClassificationReport.of(evaluation).rows()) {
      if (row.isAverage()) {
        html.append(format("<tr class=\"average\"><td class=\"word\">%s</td>", row.name()));
        html.append(shares(row.precision(), row.recall(), row.f1()));
        html.append(
            format("<td>%d</td>%s</tr>\n", row.support(), NONE.repeat(judged.ofTags() ? 3 : 2)));
      }
    }
    return html.append("</table></div>\n").toString();
  }

  private static String shares(double precision, double recall, double f1) {
    return format(
        "<td>%s</td><td>%s</td><td>%s</td>", number(precision), number(recall), number(f1));
  }

  /** What the tracks of each class were taken for instead, the most frequent first. */
  static String mistakes(ConfusionMatrix confusion, Items items) {
    StringBuilder html = new StringBuilder();
    html.append(format("<h2>Misclassifications, by %s</h2>\n<table>\n", items.one));
    html.append(
        "<tr><th>true class</th><th>wrong</th><th>of</th><th class=\"word\">taken for</th></tr>\n");
    List<ClassFigures> perClass = confusion.perClass();
    for (int r = 0; r < perClass.size(); r++) {
      int reference = r;
      long support = perClass.get(r).support();
      if (support > 0) {
        String others =
            IntStream.range(0, perClass.size())
                .filter(e -> e != reference && confusion.count(reference, e) > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer e) -> -confusion.count(reference, e)))
                .map(e -> escape(perClass.get(e).label()) + " " + confusion.count(reference, e))
                .collect(Collectors.joining(", "));
        html.append(
            format(
                "<tr><td class=\"word\">%s</td><td>%d</td><td>%d</td><td"
                    + " class=\"word\">%s</td></tr>\n",
                escape(perClass.get(r).label()), support - confusion.count(r, r), support, others));
      }
    }
    return html.append("</table>\n").toString();
  }
}
