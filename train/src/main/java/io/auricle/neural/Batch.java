package io.auricle.neural;

/** The input of one step, handed over without copies: whoever holds it owns the arrays. */
final class Batch {
  private final float[] inputs;
  private final float[] targets;
  private final int size;

  Batch(float[] inputs, float[] targets, int size) {
    this.inputs = inputs;
    this.targets = targets;
    this.size = size;
  }

  /** {@code [size][bands][frames]}. */
  float[] inputs() {
    return inputs;
  }

  /** {@code [size][classes]}, each row summing to 1. */
  float[] targets() {
    return targets;
  }

  int size() {
    return size;
  }
}
