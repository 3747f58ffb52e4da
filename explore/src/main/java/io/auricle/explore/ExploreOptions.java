package io.auricle.explore;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a set of points.
 *
 * @param scaling of the columns, before everything else
 * @param components principal components, at least 2
 * @param kMeans how clusters are sought
 * @param clusterSpace where they are sought
 * @param tsne how the layout is made; empty for none
 */
public record ExploreOptions(
    Scaling scaling,
    int components,
    KMeansOptions kMeans,
    ClusterSpace clusterSpace,
    Optional<TsneOptions> tsne) {
  /** The space in which clusters are sought and their silhouettes measured. */
  public enum ClusterSpace {
    /** All features, scaled. */
    FEATURES,
    /** The first two principal components. */
    PCA,
    /** The t-SNE layout. */
    TSNE
  }

  public ExploreOptions {
    if (components < 2) {
      throw new IllegalArgumentException("components=" + components + " must be at least 2");
    }
    if (clusterSpace == ClusterSpace.TSNE && tsne.isEmpty()) {
      throw new IllegalArgumentException("clusterSpace=TSNE must have a t-SNE layout");
    }
  }

  /**
   * What suits a table, but for what is given: five components, as many clusters as labels (eight
   * if there are fewer than two), a perplexity of 30 or a third of the rows.
   */
  public static ExploreOptions suiting(PointTable table, ExploreWishes wishes) {
    int rows = table.rows().size();
    int width = table.columns().size() - table.constantColumns().size();
    int labels = table.labels().size();
    int clusters = or(wishes.clusters(), Math.min(rows, labels < 2 ? 8 : labels));
    double perplexity =
        wishes.perplexity() == null
            ? Math.max(1, Math.min(30, (rows - 1) / 3.0))
            : wishes.perplexity();
    if (wishes.tsne() && perplexity >= rows) {
      throw new IllegalArgumentException(
          "perplexity=%s must be less than rows=%d".formatted(perplexity, rows));
    }
    int most = Math.min(width, rows - 1);
    int components = or(wishes.components(), Math.max(2, Math.min(5, most)));
    if (components > Math.max(2, most)) {
      throw new IllegalArgumentException(
          "components=%d must be at most %d: there are %d columns that change and %d rows"
              .formatted(components, most, width, rows));
    }
    if (clusters > rows) {
      throw new IllegalArgumentException(
          "clusters=%d must be at most rows=%d".formatted(clusters, rows));
    }
    return new ExploreOptions(
        wishes.scaling(),
        components,
        KMeansOptions.of(clusters, wishes.seed()),
        wishes.clusterSpace(),
        wishes.tsne()
            ? Optional.of(new TsneOptions(perplexity, wishes.iterations(), 0.5))
            : Optional.empty());
  }

  private static int or(@Nullable Integer wish, int otherwise) {
    return wish == null ? otherwise : wish;
  }
}
