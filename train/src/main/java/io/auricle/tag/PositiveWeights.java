package io.auricle.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * How much more it counts in the loss that a tag is there than that it is not: {@code (absent /
 * present)^share}, so that with a share of 1 both sides of every tag weigh the same.
 */
public final class PositiveWeights {
  private PositiveWeights() {}

  /**
   * The weight of each tag.
   *
   * @param present number of tracks of each tag; 0 gives a weight of 1
   * @param tracks number of all tracks
   * @param share in [0, 1]; 0 gives weights of 1
   */
  public static List<Double> of(List<Integer> present, int tracks, double share) {
    List<Double> weights = new ArrayList<>();
    for (int count : present) {
      boolean both = count > 0 && count < tracks;
      weights.add(both ? Math.pow((double) (tracks - count) / count, share) : 1.0);
    }
    return weights;
  }
}
