package io.auricle.neural.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.auricle.network.HeadTarget;
import io.auricle.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/** The input of one step, handed over without copies: whoever holds it owns the arrays. */
public final class Batch {
  private final float[] inputs;
  private final float[] targets;
  private final int size;
  private final Lesson[] lessons;

  /** Labelled segments. */
  Batch(float[] inputs, float[] targets, int size) {
    this(inputs, targets, size, new Lesson[0]);
  }

  private Batch(float[] inputs, float[] targets, int size, Lesson[] lessons) {
    this.inputs = inputs;
    this.targets = targets;
    this.size = size;
    this.lessons = lessons;
  }

  /** Lessons, whose goals take the place of the targets. */
  public static Batch of(Lesson[] lessons) {
    int count = lessons[0].input().length;
    float[] inputs = new float[lessons.length * count];
    for (int i = 0; i < lessons.length; i++) {
      System.arraycopy(lessons[i].input(), 0, inputs, i * count, count);
    }
    return new Batch(inputs, new float[0], lessons.length, lessons);
  }

  /** {@code [size][bands][frames]}. */
  public float[] inputs() {
    return inputs;
  }

  /** {@code [size][classes]}, each row summing to 1; empty for lessons. */
  public float[] targets() {
    return targets;
  }

  public int size() {
    return size;
  }

  /**
   * What each head of a network is compared with.
   *
   * @param input the inputs on the engine
   * @param temperatures of the heads
   */
  public List<Aim> aims(
      NetworkSpec network, NDManager scope, NDArray input, List<Double> temperatures) {
    List<Aim> aims = new ArrayList<>();
    for (int head = 0; head < network.heads().size(); head++) {
      if (network.heads().get(head).target() == HeadTarget.INPUT) {
        aims.add(Aim.of(input));
      } else if (lessons.length == 0) {
        Shape shape = new Shape(size, targets.length / size);
        aims.add(Aim.of(scope.create(targets, shape)));
      } else {
        int width = network.outputShape(network.heads().get(head)).count();
        aims.add(goals(head, width, scope, temperatures.get(head)));
      }
    }
    return aims;
  }

  private Aim goals(int head, int width, NDManager scope, double temperature) {
    float[] values = new float[size * width];
    float[] rows = new float[size];
    int known = 0;
    for (int i = 0; i < size; i++) {
      float[] goal = lessons[i].goal(head);
      if (goal.length > 0) {
        System.arraycopy(goal, 0, values, i * width, width);
        rows[i] = 1;
        known++;
      }
    }
    NDArray target = scope.create(values, new Shape(size, width));
    return new Aim(
        target, known == size ? null : scope.create(rows, new Shape(size, 1)), temperature);
  }
}
