package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;

import io.auricle.eval.metric.ConfusionMatrix;

/**
 * A confusion matrix as a table: a row a true class, a column an estimate, each cell shaded by its
 * share of the row.
 */
final class ConfusionTable {
  private ConfusionTable() {}

  static String of(ConfusionMatrix confusion) {
    int size = confusion.classes().size();
    StringBuilder html = new StringBuilder("<table class=\"confusion\">\n<thead><tr><td></td>");
    confusion.classes().forEach(c -> html.append(format("<th>%s</th>", escape(c))));
    html.append("</tr></thead>\n");
    for (int r = 0; r < size; r++) {
      html.append(format("<tr><th>%s</th>", escape(confusion.classes().get(r))));
      long support = confusion.perClass().get(r).support();
      for (int e = 0; e < size; e++) {
        html.append(cell(confusion.count(r, e), support, r == e));
      }
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  private static String cell(long count, long support, boolean hit) {
    if (count == 0) {
      return "<td></td>";
    }
    return format(
        "<td class=\"%s\" style=\"--share:%.2f\">%d</td>",
        hit ? "hit" : "miss", 0.1 + 0.8 * count / support, count);
  }
}
