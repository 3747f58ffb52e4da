package io.auricle.neural;

import java.util.SplittableRandom;

/** Independent random streams from one seed, so that any epoch can be repeated alone. */
final class Seeds {
  private Seeds() {}

  /** A number for an epoch; epoch 0 stands for the first weights. */
  static long of(long seed, int epoch) {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * epoch).nextLong();
  }
}
