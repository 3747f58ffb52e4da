package io.auricle.cli.library;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work that goes on until it is stopped end by itself: when the program is to end, as by
 * Ctrl-C, the thread that made this is interrupted, and is waited for until it closes this.
 */
final class Ending implements AutoCloseable {
  private static final long WAIT_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "auricle-ending");
  private final boolean wanted;
  private volatile boolean asked;

  /**
   * @param wanted whether it does anything
   */
  Ending(boolean wanted) {
    this.wanted = wanted;
    if (wanted) {
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

  private void end() {
    asked = true;
    worker.interrupt();
    try {
      done.await(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the program is to end. */
  boolean isAsked() {
    return asked;
  }

  @Override
  public void close() {
    done.countDown();
    if (wanted && !asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It is ending.
      }
    }
  }
}
