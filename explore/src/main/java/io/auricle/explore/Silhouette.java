package io.auricle.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well points lie in their groups (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7): with
 * {@code a} the mean distance to the others of a point's group and {@code b} the least mean
 * distance to another group, {@code (b - a) / max(a, b)}, in [-1, 1]; 0 in a group of one.
 * Euclidean distances. Tested against {@code sklearn.metrics.silhouette_samples}.
 *
 * @param values of each point
 * @param mean of all points
 * @param groupMeans of the points of each group
 */
public record Silhouette(List<Double> values, double mean, List<Double> groupMeans) {
  public Silhouette {
    values = List.copyOf(values);
    groupMeans = List.copyOf(groupMeans);
  }

  /**
   * Computes the silhouette.
   *
   * @param groups the group of each point, from 0, none empty
   * @throws IllegalArgumentException if there are fewer than two groups or one is empty
   */
  public static Silhouette of(Points points, List<Integer> groups, int threads) {
    int[] group = groups.stream().mapToInt(Integer::intValue).toArray();
    if (group.length != points.rows()) {
      throw new IllegalArgumentException(
          "groups.size=%d must be rows=%d".formatted(group.length, points.rows()));
    }
    int[] sizes = new int[1 + Arrays.stream(group).max().orElseThrow()];
    for (int g : group) {
      sizes[g]++;
    }
    if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(size -> size == 0)) {
      throw new IllegalArgumentException(
          "group sizes=%s must be at least two, none empty".formatted(Arrays.toString(sizes)));
    }
    double[] values = new double[group.length];
    Distances distances = new Distances(points);
    try (Ranges ranges = new Ranges(threads)) {
      ranges.run(
          group.length,
          (from, end) -> {
            double[] squared = new double[group.length];
            for (int row = from; row < end; row++) {
              distances.fill(row, squared);
              values[row] = value(squared, row, group, sizes);
            }
          });
    }
    List<Double> means = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      double sum = 0;
      for (int row = 0; row < values.length; row++) {
        sum += group[row] == g ? values[row] : 0;
      }
      means.add(sum / sizes[g]);
    }
    return new Silhouette(
        Arrays.stream(values).boxed().toList(), Arrays.stream(values).average().orElse(0), means);
  }

  private static double value(double[] squared, int row, int[] group, int[] sizes) {
    int own = group[row];
    if (sizes[own] == 1) {
      return 0;
    }
    double[] sums = new double[sizes.length];
    for (int other = 0; other < group.length; other++) {
      sums[group[other]] += Math.sqrt(squared[other]);
    }
    double inside = sums[own] / (sizes[own] - 1);
    double outside = Double.POSITIVE_INFINITY;
    for (int g = 0; g < sums.length; g++) {
      if (g != own) {
        outside = Math.min(outside, sums[g] / sizes[g]);
      }
    }
    double larger = Math.max(inside, outside);
    return larger == 0 ? 0 : (outside - inside) / larger;
  }
}
