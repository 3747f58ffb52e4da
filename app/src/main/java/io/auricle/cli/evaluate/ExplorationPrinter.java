package io.auricle.cli.evaluate;

import io.auricle.cli.output.Messages;
import io.auricle.explore.Exploration;
import io.auricle.explore.Explorer;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the figures of an exploration. */
final class ExplorationPrinter {
  private final PrintWriter out;

  ExplorationPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(Exploration exploration) {
    line(
        "%d points, %d features, %d labels",
        exploration.table().rows().size(),
        exploration.table().columns().size(),
        exploration.labels().size());
    StringBuilder shares = new StringBuilder();
    exploration
        .pca()
        .varianceShares()
        .forEach(share -> shares.append(String.format(Locale.ROOT, " %.1f %%", 100 * share)));
    line("variance of components %s", shares.toString().strip());
    if (exploration.trustworthiness() != null) {
      line(
          "trustworthiness of t-SNE, %d neighbours  %.4f",
          Explorer.TRUST_NEIGHBOURS, exploration.trustworthiness());
    }
    line(
        "inertia of %d clusters  %.6g",
        exploration.options().kMeans().clusters(), exploration.clusters().inertia());
    if (exploration.byCluster() != null) {
      line("silhouette of clusters  %.4f", exploration.byCluster().mean());
    }
    if (exploration.byLabel() != null) {
      line("silhouette of labels  %.4f", exploration.byLabel().mean());
      for (int label = 0; label < exploration.labels().size(); label++) {
        line(
            "  %-16s %7.4f  %d points",
            Messages.oneLine(exploration.labels().get(label)),
            exploration.byLabel().groupMeans().get(label),
            exploration.count(label));
      }
    }
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
