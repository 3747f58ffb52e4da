package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;

import io.auricle.explore.Exploration;
import java.util.List;
import java.util.stream.IntStream;

/** Clusters against labels: how many points each pair has in common. */
final class ClusterTable {
  private ClusterTable() {}

  static List<String> names(Exploration exploration) {
    return IntStream.rangeClosed(1, exploration.clusters().centres().rows())
        .mapToObj(cluster -> "cluster " + cluster)
        .toList();
  }

  /** Where clusters were sought, in words. */
  static String space(Exploration exploration) {
    return switch (exploration.options().clusterSpace()) {
      case FEATURES -> "the space of all features";
      case PCA -> "the plane of the first two components";
      case TSNE -> "the t-SNE layout";
    };
  }

  static String of(Exploration exploration) {
    int clusters = exploration.clusters().centres().rows();
    StringBuilder html = new StringBuilder("<table class=\"cells\">\n<tr><th></th>");
    for (int cluster = 1; cluster <= clusters; cluster++) {
      html.append(format("<th>%d</th>", cluster));
    }
    html.append("</tr>\n");
    for (int label = 0; label < exploration.labels().size(); label++) {
      html.append(format("<tr><th>%s</th>", escape(exploration.labels().get(label))));
      int[] counts = new int[clusters];
      for (int row = 0; row < exploration.groups().size(); row++) {
        if (exploration.groups().get(row) == label) {
          counts[exploration.clusters().assignment().get(row)]++;
        }
      }
      for (int count : counts) {
        html.append(
            count == 0
                ? "<td></td>"
                : format(
                    "<td style=\"--share:%.2f\">%d</td>",
                    0.1 + 0.8 * count / exploration.count(label), count));
      }
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }
}
