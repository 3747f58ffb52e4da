package io.auricle.explore;

/**
 * How clusters are sought.
 *
 * @param clusters at least 1
 * @param starts how often to begin anew; the best result counts, at least 1
 * @param iterations at most, of each start, at least 1
 * @param seed of the starts
 */
public record KMeansOptions(int clusters, int starts, int iterations, long seed) {
  public KMeansOptions {
    if (clusters < 1) {
      throw new IllegalArgumentException("clusters=" + clusters + " must be at least 1");
    }
    if (starts < 1) {
      throw new IllegalArgumentException("starts=" + starts + " must be at least 1");
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations=" + iterations + " must be at least 1");
    }
  }

  /** Ten starts of at most 300 iterations, as scikit-learn has them. */
  public static KMeansOptions of(int clusters, long seed) {
    return new KMeansOptions(clusters, 10, 300, seed);
  }
}
