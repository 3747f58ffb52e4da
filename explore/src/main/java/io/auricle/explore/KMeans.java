package io.auricle.explore;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clusters around their means: Lloyd's algorithm (1982), begun by greedy k-means++ (Arthur and
 * Vassilvitskii 2007), the best of several starts. Tested against {@code sklearn.cluster.KMeans}.
 * The same seed gives the same clusters for any number of threads.
 *
 * @param assignment the cluster of each point; clusters are numbered by falling size
 * @param centres {@code [clusters][columns]}
 * @param inertia the sum of squared distances to the centres
 */
public record KMeans(List<Integer> assignment, Points centres, double inertia) {
  public KMeans {
    assignment = List.copyOf(assignment);
  }

  /**
   * Finds clusters.
   *
   * @throws IllegalArgumentException if there are more clusters than different points
   */
  public static KMeans of(Points points, KMeansOptions options, int threads) {
    if (options.clusters() > points.rows()) {
      throw new IllegalArgumentException(
          "clusters=%d must be at most rows=%d".formatted(options.clusters(), points.rows()));
    }
    Lloyd[] runs = new Lloyd[options.starts()];
    try (Ranges ranges = new Ranges(threads)) {
      ranges.run(
          runs.length,
          (from, end) -> {
            for (int start = from; start < end; start++) {
              runs[start] = Lloyd.run(points, options, start);
            }
          });
    }
    @Nullable Lloyd best = null;
    for (Lloyd run : runs) {
      if (best == null || run.inertia() < best.inertia()) {
        best = run;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no start");
    }
    return bySize(points, best, options.clusters());
  }

  private static KMeans bySize(Points points, Lloyd best, int clusters) {
    int[] sizes = new int[clusters];
    for (int cluster : best.assignment()) {
      sizes[cluster]++;
    }
    if (Arrays.stream(sizes).anyMatch(size -> size == 0)) {
      throw new IllegalArgumentException(
          "clusters=%d must be at most the number of different rows".formatted(clusters));
    }
    List<Integer> order =
        IntStream.range(0, clusters)
            .boxed()
            .sorted((a, b) -> Integer.compare(sizes[b], sizes[a]))
            .toList();
    int columns = points.columns();
    int[] place = new int[clusters];
    double[] centres = new double[clusters * columns];
    for (int c = 0; c < clusters; c++) {
      place[order.get(c)] = c;
      System.arraycopy(best.centres(), order.get(c) * columns, centres, c * columns, columns);
    }
    return new KMeans(
        Arrays.stream(best.assignment()).mapToObj(c -> place[c]).toList(),
        Points.wrap(clusters, columns, centres),
        best.inertia());
  }
}
