package io.auricle.explore;

import io.auricle.text.ShortList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at a table from all sides. The same table and options give the same exploration. */
public final class Explorer {
  /** Neighbours that the trustworthiness of a layout is about. */
  public static final int TRUST_NEIGHBOURS = 12;

  private static final int NAMED_COLUMNS = 5;

  private Explorer() {}

  /**
   * Explores a table.
   *
   * @param progress told the number of iterations of t-SNE that are done
   * @throws IllegalArgumentException if the options do not suit the table
   */
  public static Exploration explore(
      PointTable given, ExploreOptions options, int threads, IntConsumer progress) {
    List<String> notes = new ArrayList<>(given.warnings());
    List<String> constant = given.constantColumns();
    if (constant.size() == given.columns().size()) {
      throw new IllegalArgumentException("all rows are the same: there is nothing to see");
    }
    if (!constant.isEmpty()) {
      notes.add(note(constant));
    }
    PointTable table = constant.isEmpty() ? given : given.without(Set.copyOf(constant));
    List<String> labels = table.labels();
    List<Integer> groups = table.rows().stream().map(row -> labels.indexOf(row.label())).toList();
    long unlabelled = groups.stream().filter(group -> group < 0).count();
    if (unlabelled > 0) {
      notes.add("%d of %d rows have no label.".formatted(unlabelled, groups.size()));
    }
    if (labels.size() == 1) {
      notes.add("All labels are %s: labels have no silhouette.".formatted(labels.get(0)));
    }
    Points scaled = options.scaling().apply(table.points());
    Pca pca = components(scaled, options.components());
    @Nullable Points layout =
        options.tsne().map(tsne -> Tsne.of(scaled, tsne, threads, progress)).orElse(null);
    Points space =
        switch (options.clusterSpace()) {
          case FEATURES -> scaled;
          case PCA -> pca.scores().first(2);
          case TSNE -> Optional.ofNullable(layout).orElseThrow();
        };
    KMeans clusters = KMeans.of(space, options.kMeans(), threads);
    return new Exploration(
        table,
        options,
        labels,
        groups,
        pca,
        layout,
        layout == null || layout.rows() <= 2 * TRUST_NEIGHBOURS
            ? null
            : Trustworthiness.of(scaled, layout, TRUST_NEIGHBOURS, threads),
        clusters,
        options.kMeans().clusters() < 2
            ? null
            : Silhouette.of(space, clusters.assignment(), threads),
        labels.size() < 2 ? null : byLabel(scaled, groups, threads),
        notes);
  }

  private static String note(List<String> constant) {
    return "The same in every row and left out: %s."
        .formatted(ShortList.of(constant, NAMED_COLUMNS));
  }

  /** A single column has one component; the other is 0, so that there is a plane to draw on. */
  private static Pca components(Points scaled, int count) {
    int most = Math.min(scaled.columns(), scaled.rows() - 1);
    if (most >= 2) {
      return Pca.of(scaled, count);
    }
    Pca one = Pca.of(scaled, 1);
    double[] scores = new double[2 * scaled.rows()];
    for (int row = 0; row < scaled.rows(); row++) {
      scores[2 * row] = one.scores().at(row, 0);
    }
    return new Pca(
        Points.wrap(scaled.rows(), 2, scores),
        Points.wrap(2, 1, new double[] {one.directions().at(0, 0), 0}),
        List.of(1.0, 0.0));
  }

  private static Silhouette byLabel(Points scaled, List<Integer> groups, int threads) {
    int[] labelled = IntStream.range(0, groups.size()).filter(i -> groups.get(i) >= 0).toArray();
    double[] values = new double[labelled.length * scaled.columns()];
    for (int i = 0; i < labelled.length; i++) {
      System.arraycopy(
          scaled.values(),
          labelled[i] * scaled.columns(),
          values,
          i * scaled.columns(),
          scaled.columns());
    }
    return Silhouette.of(
        Points.wrap(labelled.length, scaled.columns(), values),
        IntStream.of(labelled).mapToObj(groups::get).toList(),
        threads);
  }
}
