package io.auricle.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Buffers that an extractor keeps from sound to sound, as making them anew takes longer than a
 * short sound's features. They are given out in the order in which they were first asked for, so
 * each sound must ask for the same ones in the same order. Used by one call at a time.
 */
public final class WorkSpace implements AutoCloseable {
  private final Queue<WorkSpace> free;
  private final List<Object> buffers = new ArrayList<>();
  private int taken;

  private WorkSpace(Queue<WorkSpace> free) {
    this.free = free;
  }

  /** The work spaces of an extractor, as many as it has ever worked on sounds at once. */
  public static final class Pool {
    private final Queue<WorkSpace> free = new ConcurrentLinkedQueue<>();

    /** A work space that nobody else has until it is closed. */
    public WorkSpace take() {
      WorkSpace space = free.poll();
      return space == null ? new WorkSpace(free) : space;
    }
  }

  /** The next buffer, an array of so many floats of any value. */
  public float[] floats(int length) {
    return buffer(float[].class, () -> new float[length]);
  }

  /** The next buffer, an object whose state no longer matters. */
  public <T> T buffer(Class<T> type, Supplier<T> first) {
    if (taken == buffers.size()) {
      buffers.add(first.get());
    }
    return type.cast(buffers.get(taken++));
  }

  /** Gives all buffers back. */
  @Override
  public void close() {
    taken = 0;
    free.add(this);
  }
}
