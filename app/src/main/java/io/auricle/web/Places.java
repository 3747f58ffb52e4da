package io.auricle.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The places for requests that bring files: uploading, waiting for their turn or being analysed.
 * Whoever finds none is told to come back, before anything of the upload is read. Thread-safe.
 */
final class Places {
  private final int total;
  private final Semaphore free;
  private volatile boolean closed;

  Places(int total) {
    this.total = total;
    this.free = new Semaphore(total);
  }

  /** A place that was taken; closing it frees it, once. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place.
   *
   * @throws ProblemException if there is none
   */
  Place take() {
    if (closed) {
      throw closing();
    }
    if (!free.tryAcquire()) {
      throw ProblemException.busy(
          "all %d places are taken; try again in a few seconds".formatted(total));
    }
    AtomicBoolean taken = new AtomicBoolean(true);
    return () -> {
      if (taken.getAndSet(false)) {
        free.release();
      }
    };
  }

  static ProblemException closing() {
    return ProblemException.busy("the server is shutting down");
  }

  int taken() {
    return total - free.availablePermits();
  }

  boolean areClosed() {
    return closed;
  }

  /**
   * Gives no more places and waits until all are free.
   *
   * @return whether they became free in time
   */
  boolean close(double seconds) throws InterruptedException {
    closed = true;
    return free.tryAcquire(total, (long) (1000 * seconds), TimeUnit.MILLISECONDS);
  }
}
