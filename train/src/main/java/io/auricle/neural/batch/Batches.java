package io.auricle.neural.batch;

import java.util.SplittableRandom;

/** Where the batches of an epoch come from. */
public interface Batches {
  /** Steps of an epoch. */
  int steps();

  /**
   * Decides what the epoch consists of.
   *
   * @param epoch counted from 1
   */
  Drawn draw(int epoch, SplittableRandom random);

  /** What was drawn for an epoch. */
  interface Drawn {
    /**
     * The batch of a step.
     *
     * @param step counted from 0; steps are asked for in their order
     */
    Batch make(int step, SplittableRandom random);
  }
}
