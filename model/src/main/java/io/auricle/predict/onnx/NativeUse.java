package io.auricle.predict.onnx;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets many use something native and one end it once nobody uses it any more: memory that is freed
 * while it is read ends the whole program. Thread-safe.
 */
final class NativeUse {
  private final String name;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean ended;

  /**
   * @param name said when it is used after its end
   */
  NativeUse(String name) {
    this.name = name;
  }

  /** What is done with it. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** What ends it. */
  interface End<E extends Exception> {
    void run() throws E;
  }

  /**
   * Uses it, beside others.
   *
   * @throws IllegalStateException after its end
   */
  <T, E extends Exception> T during(Work<T, E> work) throws E {
    lock.readLock().lock();
    try {
      requireOpen();
      return work.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * @throws IllegalStateException after its end
   */
  void requireOpen() {
    if (ended) {
      throw new IllegalStateException(name + " is closed: it can score nothing any more");
    }
  }

  /** Waits for whoever uses it and ends it; a second time nothing happens. */
  <E extends Exception> void end(End<E> end) throws E {
    lock.writeLock().lock();
    try {
      if (!ended) {
        ended = true;
        end.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
