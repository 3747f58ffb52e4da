package io.auricle.neural;

import java.util.SplittableRandom;

/**
 * Independent random streams from one seed, so that any epoch can be repeated alone. A stream must
 * start from the mixed number: {@link SplittableRandom} itself goes on by the constant below, so
 * one that starts from the sum would give the same numbers as the next epoch's, one place further.
 */
public final class Seeds {
  private Seeds() {}

  /** A number for an epoch; epoch 0 stands for the first weights. */
  public static long of(long seed, int epoch) {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * epoch).nextLong();
  }
}
