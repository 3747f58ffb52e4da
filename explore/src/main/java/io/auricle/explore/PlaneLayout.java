package io.auricle.explore;

import java.util.function.IntConsumer;

/**
 * Points laid out in a plane without everything else that an {@link Explorer} looks for: t-SNE, and
 * how far neighbours in it can be trusted.
 */
public final class PlaneLayout {
  private PlaneLayout() {}

  /**
   * Lays out points by t-SNE from their principal components; the same points give the same plane.
   *
   * @param points at least three, not all the same
   * @param progress told the number of iterations done
   * @return {@code [rows][2]}
   * @throws IllegalArgumentException unless the perplexity is below the number of points
   */
  public static Points of(Points points, TsneOptions options, int threads, IntConsumer progress) {
    return Tsne.of(points, options, threads, progress);
  }

  /**
   * The trustworthiness of a layout (Venna and Kaski 2001), in [0, 1].
   *
   * @param neighbours of each point that are looked at, below half the number of points
   */
  public static double trust(Points points, Points layout, int neighbours, int threads) {
    return Trustworthiness.of(points, layout, neighbours, threads);
  }
}
