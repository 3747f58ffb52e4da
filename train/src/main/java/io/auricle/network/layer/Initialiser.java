package io.auricle.network.layer;

import java.util.random.RandomGenerator;

/**
 * First values of a weight: uniform in {@code [centre - bound, centre + bound]}.
 *
 * @param centre middle of the interval
 * @param bound half its width; 0 gives a constant
 */
public record Initialiser(double centre, double bound) {
  public static Initialiser constant(double value) {
    return new Initialiser(value, 0);
  }

  /** PyTorch's default for convolutions and dense layers: bound 1 / sqrt(fan-in). */
  public static Initialiser fanIn(int fanIn) {
    return new Initialiser(0, 1 / Math.sqrt(fanIn));
  }

  public float[] values(int count, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (bound == 0 ? centre : centre + bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }
}
