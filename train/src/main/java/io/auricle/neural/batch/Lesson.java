package io.auricle.neural.batch;

/**
 * A piece of sound as a network hears it, and what its heads should say of it. Whoever holds it
 * owns the arrays.
 */
public final class Lesson {
  private final float[] input;
  private final float[][] goals;

  /**
   * @param input {@code [bands][frames]}, as the network takes it
   * @param goals for each head of the network what it should give, in their order; empty for a head
   *     that learns nothing from this lesson. Of a sigmoid head probabilities
   */
  public Lesson(float[] input, float[][] goals) {
    this.input = input;
    this.goals = goals;
  }

  public float[] input() {
    return input;
  }

  /** What a head should give; empty if that is not known. */
  public float[] goal(int head) {
    return goals[head];
  }
}
