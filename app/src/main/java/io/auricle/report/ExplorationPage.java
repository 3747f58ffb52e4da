package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;
import static io.auricle.report.Html.number;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.explore.Exploration;
import io.auricle.explore.Pca;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An exploration as one HTML page that opens offline: points to hover over, a legend that filters,
 * silhouettes, and tables that need no script. It asks for nothing from anywhere.
 */
public final class ExplorationPage {
  private static final int WEIGHTS = 6;

  private ExplorationPage() {}

  /** The text of the page. */
  public static String html(Exploration exploration, ExplorationView view) throws IOException {
    String title = exploration.table().title();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("title", escape(title));
    parts.put("note", escape(note(exploration)));
    parts.put("style", resource("explore.css"));
    parts.put("tables", tables(exploration));
    parts.put("data", ExplorationData.of(exploration, view.within(exploration)));
    parts.put("script", resource("explore.js"));
    StringBuilder html = new StringBuilder();
    // One pass, so that a title that looks like a part stays a title.
    for (String piece : resource("explore.html").split("(?=\\$\\{)", -1)) {
      int end = piece.startsWith("${") ? piece.indexOf('}') : -1;
      html.append(end < 0 ? "" : Objects.requireNonNull(parts.get(piece.substring(2, end))));
      html.append(piece.substring(end + 1));
    }
    return html.toString();
  }

  /** One line on what is seen: rows, features, scaling. */
  static String note(Exploration exploration) {
    String scaling =
        switch (exploration.options().scaling()) {
          case NONE -> "as they are";
          case STANDARD -> "scaled to mean 0 and deviation 1";
          case MINMAX -> "scaled to the range from 0 to 1";
        };
    return format(
        "%d points, %d features, %s",
        exploration.table().rows().size(), exploration.table().columns().size(), scaling);
  }

  private static String tables(Exploration exploration) {
    StringBuilder html = new StringBuilder();
    if (!exploration.labels().isEmpty()) {
      html.append("<section>\n<h2>Labels and clusters</h2>\n");
      html.append(
          format(
              "<p>How many points of each label k-means put into each cluster, shaded by the share of"
                  + " the label. Clusters were sought in %s; inertia %.6g, mean silhouette %s.</p>\n",
              ClusterTable.space(exploration),
              exploration.clusters().inertia(),
              exploration.byCluster() == null ? "–" : number(exploration.byCluster().mean())));
      html.append("<div class=\"scroll\">").append(ClusterTable.of(exploration)).append("</div>\n");
      html.append("</section>\n");
    }
    html.append(components(exploration));
    if (!exploration.notes().isEmpty()) {
      html.append("<section>\n<h2>To be known</h2>\n");
      exploration.notes().forEach(note -> html.append(format("<p>%s</p>\n", escape(note))));
      html.append("</section>\n");
    }
    return html.toString();
  }

  private static String components(Exploration exploration) {
    StringBuilder html = new StringBuilder("<section>\n<h2>Principal components</h2>\n");
    html.append("<div class=\"scroll\"><table>\n<tr><th>component</th><th>variance</th>");
    html.append("<th>in sum</th><td class=\"word\">features of greatest weight</td></tr>\n");
    double sum = 0;
    for (int c = 0; c < exploration.pca().varianceShares().size(); c++) {
      double share = exploration.pca().varianceShares().get(c);
      sum += share;
      html.append(
          format(
              "<tr><th>%d</th><td>%.1f %%</td><td>%.1f %%</td><td class=\"word\">%s</td></tr>\n",
              c + 1,
              100 * share,
              100 * sum,
              escape(weights(exploration.pca(), c, exploration.table().columns()))));
    }
    return html.append("</table></div>\n</section>\n").toString();
  }

  private static String weights(Pca pca, int component, List<String> columns) {
    return IntStream.range(0, columns.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(pca.directions().at(component, i))))
        .limit(WEIGHTS)
        .map(i -> columns.get(i) + " " + signed(pca.directions().at(component, i)))
        .collect(Collectors.joining(", "));
  }

  private static String signed(double weight) {
    return format("%+.2f", weight).replace('-', '\u2212');
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ExplorationPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " of the program cannot be read", e);
    }
  }
}
