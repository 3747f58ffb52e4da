package io.auricle.explore;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a set of points.
 *
 * @param table the points with their names and labels, without constant columns
 * @param options as used
 * @param labels that occur, in alphabetical order
 * @param groups the label of each point by its place in {@code labels}, or -1
 * @param pca principal components
 * @param layout the t-SNE layout, or null
 * @param trustworthiness of the layout for {@value Explorer#TRUST_NEIGHBOURS} neighbours, or null
 * @param clusters found by k-means
 * @param byCluster silhouettes of the clusters in the space where they were sought, or null if
 *     there is one cluster
 * @param byLabel silhouettes of the labels in the space of all features, labelled points alone, or
 *     null if there are fewer than two labels
 * @param notes what is to be known of the data, a sentence each
 */
public record Exploration(
    PointTable table,
    ExploreOptions options,
    List<String> labels,
    List<Integer> groups,
    Pca pca,
    @Nullable Points layout,
    @Nullable Double trustworthiness,
    KMeans clusters,
    @Nullable Silhouette byCluster,
    @Nullable Silhouette byLabel,
    List<String> notes) {
  public Exploration {
    labels = List.copyOf(labels);
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
  }

  /** The number of points of a label. */
  public int count(int label) {
    return Collections.frequency(groups, label);
  }
}
