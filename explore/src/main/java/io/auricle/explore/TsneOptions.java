package io.auricle.explore;

/**
 * How a t-SNE picture is made. Steps, momentum and the start from principal components are those of
 * scikit-learn.
 *
 * @param perplexity about how many neighbours each point has, at least 1 and below the number of
 *     points
 * @param iterations at least 250, of which the first 250 exaggerate the attraction twelvefold
 * @param angle accuracy of the Barnes-Hut approximation, in [0, 1]; 0 is exact and slow
 */
public record TsneOptions(double perplexity, int iterations, double angle) {
  /** Iterations in which attraction is exaggerated, so that groups find together. */
  static final int EXAGGERATED = 250;

  public TsneOptions {
    if (!(perplexity >= 1 && Double.isFinite(perplexity))) {
      throw new IllegalArgumentException("perplexity=" + perplexity + " must be at least 1");
    }
    if (iterations < EXAGGERATED) {
      throw new IllegalArgumentException(
          "iterations=%d must be at least %d".formatted(iterations, EXAGGERATED));
    }
    if (!(angle >= 0 && angle <= 1)) {
      throw new IllegalArgumentException("angle=" + angle + " must be in [0, 1]");
    }
  }

  /** 1000 iterations with an angle of 0.5. */
  public static TsneOptions of(double perplexity) {
    return new TsneOptions(perplexity, 1000, 0.5);
  }
}
