package io.auricle.report;

import static io.auricle.report.Html.format;

import io.auricle.explore.Exploration;
import io.auricle.explore.Points;
import io.auricle.plot.chart.ScatterPlot;
import java.util.List;
import java.util.stream.IntStream;

/** One view of an exploration as a plot for print. */
public final class ExplorationPicture {
  private ExplorationPicture() {}

  /** The plot of a view. */
  public static ScatterPlot of(Exploration exploration, ExplorationView wanted) {
    ExplorationView view = wanted.within(exploration);
    Points layout = view.layout() ? exploration.layout() : null;
    Points points = layout == null ? exploration.pca().scores() : layout;
    List<Integer> groups =
        view.clusters() ? exploration.clusters().assignment() : exploration.groups();
    return new ScatterPlot(
        exploration.table().title(),
        ExplorationPage.note(exploration) + (layout == null ? "" : trust(exploration)),
        axis(exploration, layout != null, 0),
        axis(exploration, layout != null, 1),
        layout == null,
        view.clusters() ? ClusterTable.names(exploration) : exploration.labels(),
        IntStream.range(0, points.rows())
            .mapToObj(
                row -> new ScatterPlot.Dot(points.at(row, 0), points.at(row, 1), groups.get(row)))
            .toList());
  }

  private static String axis(Exploration exploration, boolean layout, int axis) {
    return layout
        ? "t-SNE " + (axis + 1)
        : format(
            "component %d (%.1f %% of variance)",
            axis + 1, 100 * exploration.pca().varianceShares().get(axis));
  }

  private static String trust(Exploration exploration) {
    double perplexity = exploration.options().tsne().orElseThrow().perplexity();
    return format(
        "; t-SNE of perplexity %s%s",
        format("%.1f", perplexity).replace(".0", ""),
        exploration.trustworthiness() == null
            ? ""
            : format(", trustworthiness %.3f", exploration.trustworthiness()));
  }
}
