package io.auricle.explore;

import io.auricle.explore.ExploreOptions.ClusterSpace;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for before the table is known; null is for what the table suggests.
 *
 * @param scaling of the columns
 * @param components principal components
 * @param clusters how many
 * @param clusterSpace where they are sought
 * @param tsne whether a layout is made
 * @param perplexity of t-SNE
 * @param iterations of t-SNE
 * @param seed of k-means
 */
public record ExploreWishes(
    Scaling scaling,
    @Nullable Integer components,
    @Nullable Integer clusters,
    ClusterSpace clusterSpace,
    boolean tsne,
    @Nullable Double perplexity,
    int iterations,
    long seed) {
  /** Standard scaling, clusters in the space of all features, a layout in 1000 iterations. */
  public static final ExploreWishes NONE =
      new ExploreWishes(Scaling.STANDARD, null, null, ClusterSpace.FEATURES, true, null, 1000, 1);
}
