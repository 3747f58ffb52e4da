package io.auricle.neural.batch;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one head are compared with.
 *
 * @param target {@code [batch][values]}
 * @param rows {@code [batch][1]}, factors of the rows' losses; null where all are 1
 * @param temperature what logits are divided by before
 */
public record Aim(NDArray target, @Nullable NDArray rows, double temperature) {
  public static Aim of(NDArray target) {
    return new Aim(target, null, 1);
  }
}
